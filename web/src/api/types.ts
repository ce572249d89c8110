/** What the service says, as it says it. */

import type { EarlierEpisode, Search, StopRequest } from './trackTypes';

export interface Slice<T> {
  items: T[];
  next: string | null;
}

export interface Action<N extends string = string> {
  name: N;
  open: boolean;
  reason?: string | null;
}

export interface SignInOptions {
  demo: boolean;
  instance: string;
  secondFactor: boolean;
  /** The first administrator is still to be made. */
  setup?: boolean;
  signIns: { name: string; password: string; role: string; label: string; unit?: string }[];
}

export interface Me {
  staffId: string;
  staffNumber: string;
  name: string;
  unit: { id: string; code: string; name: string; level: string; path: string };
  post: { id: string; title: string };
  posts: { id: string; title: string; unitName: string }[];
  roles: string[];
  scope: string;
  serverTime: string;
  demo: boolean;
  language?: string | null;
  instance?: string;
  standing?: { passwordDue: boolean; factor: boolean; strong: boolean };
}

/** What can be done with an order, by the names of the service; what it does not name is no action. */
export type OrderAct = 'sign' | 'report' | 'meet' | 'extension' | 'extension-decision' | 'return' | 'hand-over' | 'remind' | 'withdraw';

/** What happened to an order: the events of its life cycle, and what its ladder did. */
export type OrderEvent =
  | 'issued'
  | 'signed'
  | 'reported'
  | 'extension-asked'
  | 'extension-granted'
  | 'extension-refused'
  | 'returned'
  | 'handed-over'
  | 'taken-back'
  | 'met'
  | 'withdrawn'
  | 'reminded'
  | 'reassigned'
  | 'notice'
  | 'alarm'
  | 'overdue';

export type Urgency = 'LIFE' | 'MONEY_IN_MOTION' | 'HIGH' | 'NORMAL';

export interface OrderPlace {
  unitId: string;
  unitName: string;
  staffId?: string | null;
  staffName?: string | null;
}

export interface LadderStep {
  number: number;
  when: 'unsigned' | 'unmet' | string;
  at: string;
  state: 'ahead' | 'fired' | 'cancelled' | string;
  tells: string;
}

export interface Order {
  id: string;
  number: string;
  kind: string;
  title: string;
  detail?: string | null;
  subject: { module: string; id: string };
  state: string;
  urgency: Urgency;
  rank: number;
  from: OrderPlace;
  to: OrderPlace;
  holder?: string | null;
  issuedAt: string;
  signedAt?: string | null;
  dueAt: string;
  metAt?: string | null;
  /** How it ended, in words; missing while it is open. */
  ended?: { at: string; outcome: string; words: string } | null;
  /** The extension that waits for a decision. */
  asked?: { until: string; reason: string } | null;
  overdueSince?: string | null;
  nextStep?: LadderStep | null;
  ladder: LadderStep[];
  actions: Action<OrderAct>[];
  events?: { at: string; actor: string; action: OrderEvent; note?: string | null; fromState?: string | null; toState?: string | null }[];
}

export interface Board {
  now: string;
  orders: Order[];
  onDuty: { staffId: string; name: string; state: string }[];
  today: { signedInTime: [number, number]; metInTime: [number, number]; escalated: number; exceptions: number };
}

export interface OrderCounts {
  open: number;
  issued: number;
  doneToday: number;
  exceptions: number;
}

export type TrackWord = 'none' | 'sent' | 'running' | 'reached' | 'failed';

export interface EpisodeClock {
  at: string;
  from: string;
  what: string;
  kind: 'normal' | 'money' | string;
  state?: string | null;
}

export interface WhyItem {
  rule: string;
  label: string;
  weight: number;
}

export interface EpisodeRow {
  id: string;
  number: string;
  rank: number | null;
  nameMasked: string;
  phoneMasked: string | null;
  gender?: string | null;
  ageDecade?: number | null;
  scamType: string | null;
  scamTypeName: string | null;
  level: string;
  amountCents: number | null;
  moneyMoving: boolean;
  place: { code: string; name: string; shortName?: string } | null;
  why: WhyItem[];
  signals: number;
  lastSignalAt: string;
  tracks: { phone: TrackWord; family: TrackWord; visit: TrackWord; bank: TrackWord };
  holder: { unit: string; staff?: string | null } | null;
  clock: EpisodeClock | null;
  state: string;
  unsignedOrders: number;
  /** The last one recorded, by its code. */
  outcomeKind?: string | null;
  savedCents?: number;
  closedAt?: string | null;
}

export interface EpisodeCounts {
  mine: number;
  centre: number;
  followUp: number;
  exceptions: number;
  signalsToday?: number;
  newToday?: number;
  mergedToday?: number;
  historyToday?: number;
  rejectedToday?: number;
}

export interface SignalView {
  id: string;
  at: string;
  source: string;
  level: string;
  scamType?: string | null;
  summary: string;
}

export interface Outcome {
  kind: string;
  savedCents?: number | null;
  savedHow?: string | null;
  lostCents?: number | null;
  note?: string | null;
  at: string;
  by?: string | null;
}

/** What was done, in words of the service; and its parts, for acts that can be taken back. */
export interface HistoryLine {
  at: string;
  actor: string;
  what: string;
  detail?: string | null;
  action?: string;
  kind?: string | null;
  unitName?: string | null;
  number?: string | null;
}

/** A call about an episode, without content. */
export interface MadeCall {
  id: string;
  at: string;
  by: string;
  own: boolean;
  result: string | null;
  belief: string | null;
  way: string[];
  scriptType: string | null;
  scriptVersion: number | null;
  rule: string | null;
  /** How far the exchange is with it; null where there is none. */
  line: 'desk' | 'dialling' | 'ringing' | 'talking' | 'ended' | null;
  /** What the network says of its end, and what to do. */
  says: string | null;
  /** The result that this would be; the clerk records it. */
  suggested: string | null;
}

export interface Episode extends Omit<EpisodeRow, 'signals'> {
  rules: { id: string; label: string; weight: number; fact?: string | null }[];
  ruleVersion: number | string | null;
  signals: SignalView[];
  orders: Order[];
  history: HistoryLine[];
  outcome: Outcome | null;
  possibleVictim: boolean;
  /** How far the attempts have come, and what comes next by rule. */
  calls?: { step: string; attempts: number; rule: string | null; next: string | null; nextAt: string | null; made: MadeCall[] };
  search: Search;
  stopRequests: StopRequest[];
  followUps?: { items: { day: number; dueAt: string; asked: boolean; result: string | null }[]; unsavedCents: number };
  actions: Action[];
}

export interface OpenedEpisode {
  name: string;
  nationalId: string | null;
  phones: { id: string; masked: string; kind?: string | null; owner?: string | null }[];
  address: string | null;
  fields: Record<string, string>;
  signals: { id: string; description: string | null }[];
  notes?: { at: string; by: string; words: string }[];
  payments?: { id: string; fromBank: string | null; fromAccount: string | null; toBank: string | null; toAccount: string | null; toName: string | null }[];
  earlier?: EarlierEpisode[];
  openedAt?: string;
}

export interface CallerCode {
  code: string;
  lastFour: string;
  validUntil: string;
}

export interface Call {
  callId: string;
  callerCode: CallerCode;
  state: string;
}

export interface ImportColumn {
  letter: string;
  header: string;
  field: string | null;
  state?: string | null;
  kept?: boolean | null;
  stopped?: boolean | null;
}

export interface WarningImport {
  id: string;
  number: string;
  fileName: string;
  bytes: number;
  sheet: string | null;
  state: 'reading' | 'dry-run-done' | 'writing' | 'done' | 'failed' | 'undone' | 'cancelled';
  columns: ImportColumn[];
  rows: number;
  accepted: number;
  merged: number;
  history: number;
  rejected: number;
  duplicate: number;
  processed: number;
  perSecond?: number | null;
  secondsLeft?: number | null;
  stopListCells: number;
  message: string | null;
  keptHandled?: number | null;
  madeBy?: string | null;
  madeAt?: string | null;
  endedAt?: string | null;
  actions: Action[];
}

export interface ImportReject {
  row: number;
  column: string | null;
  letter?: string | null;
  header?: string | null;
  code: string;
  message: string;
  cells: (string | null)[];
}

export interface ImportRejects {
  items: ImportReject[];
  codes: { code: string; count: number; word?: string | null }[];
  next?: string | null;
}

export interface PlaceCandidate {
  code: string;
  name: string;
  fullName?: string | null;
  score: number;
  why: string;
  level?: string | null;
}
