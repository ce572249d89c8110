import type { Me } from '../api/types';
import { paths } from '../paths';
import type { IconName } from '../ui/Icon';

/** Every page of the desk: who could ever use it, where it stands, and the key after G that leads there. */
export interface Destination {
  key: 'queue' | 'hotline' | 'orders' | 'imports' | 'routing' | 'exports' | 'wallboard' | 'figures' | 'units' | 'duty' | 'clients' | 'rules' | 'ladders' | 'scripts' | 'audit' | 'holds' | 'awakening' | 'simulator' | 'account' | 'sessions' | 'help';
  to: string;
  /** Nobody named: everybody. */
  roles: string[];
  go?: string;
  rail?: IconName;
  /** In the rail of these alone; nobody named: of everybody who may. */
  railFor?: string[];
  demoOnly?: boolean;
}

const destinations: Destination[] = [
  { key: 'queue', to: paths.queue, roles: ['WARNING_CLERK', 'DISPATCHER'], go: 'w', rail: 'warning' },
  { key: 'orders', to: paths.orders, roles: [], go: 'o', rail: 'inbox' },
  { key: 'awakening', to: paths.awakening, roles: ['WARNING_CLERK', 'VISITING_OFFICER'], go: 'x' },
  { key: 'hotline', to: paths.hotline, roles: ['WARNING_CLERK', 'DISPATCHER'], go: 'v' },
  { key: 'imports', to: paths.imports, roles: ['WARNING_CLERK', 'UNIT_HEAD'], go: 'i' },
  { key: 'routing', to: paths.routing, roles: ['WARNING_CLERK', 'DISPATCHER'], go: 'r', rail: 'routing' },
  { key: 'exports', to: paths.exports, roles: ['WARNING_CLERK', 'UNIT_HEAD'], go: 'e', rail: 'download', railFor: ['UNIT_HEAD'] },
  { key: 'wallboard', to: paths.wallboard, roles: ['WARNING_CLERK', 'DISPATCHER', 'UNIT_HEAD', 'RULE_KEEPER'], go: 'b', rail: 'board' },
  { key: 'figures', to: paths.figures, roles: ['UNIT_HEAD', 'DISPATCHER', 'WARNING_CLERK', 'RULE_KEEPER'], go: 'f', rail: 'chart', railFor: ['UNIT_HEAD', 'DISPATCHER'] },
  { key: 'units', to: paths.units, roles: [], go: 'u', rail: 'units' },
  { key: 'duty', to: paths.duty, roles: [], go: 'd' },
  { key: 'clients', to: paths.clients, roles: ['ADMINISTRATOR'], go: 'c' },
  { key: 'rules', to: paths.rules, roles: ['RULE_KEEPER', 'WARNING_CLERK', 'DISPATCHER', 'UNIT_HEAD'], go: 't', rail: 'rules' },
  { key: 'scripts', to: paths.scripts, roles: ['RULE_KEEPER', 'WARNING_CLERK', 'DISPATCHER', 'UNIT_HEAD', 'VISITING_OFFICER'], go: 'p' },
  { key: 'ladders', to: paths.ladders, roles: [], go: 'l' },
  { key: 'audit', to: paths.audit, roles: ['PRIVACY_OFFICER'], go: 'a', rail: 'audit' },
  { key: 'holds', to: paths.holds, roles: ['PRIVACY_OFFICER'], go: 'k', rail: 'lock' },
  { key: 'simulator', to: paths.simulator, roles: [], go: 's', rail: 'phone', demoOnly: true },
  { key: 'account', to: paths.account, roles: [], go: 'm' },
  { key: 'sessions', to: paths.sessions, roles: [] },
  { key: 'help', to: paths.help, roles: [], go: 'h' },
];

export function destinationsFor(me: Me): Destination[] {
  return destinations.filter((each) => (each.roles.length === 0 || each.roles.some((role) => me.roles.includes(role))) && (!each.demoOnly || me.demo));
}

/** What stands in the rail of a seat. */
export function railOf(me: Me): Destination[] {
  return destinationsFor(me).filter((each) => each.rail && (!each.railFor || each.railFor.some((role) => me.roles.includes(role))));
}

/** Where a seat begins: what it is there for. */
export function homeOf(me: Me): string {
  const has = (role: string) => me.roles.includes(role);
  if (has('WARNING_CLERK') || has('DISPATCHER')) return paths.queue;
  if (has('RULE_KEEPER')) return paths.rules;
  if (has('PRIVACY_OFFICER')) return paths.audit;
  if (has('ADMINISTRATOR')) return paths.units;
  return paths.orders;
}
