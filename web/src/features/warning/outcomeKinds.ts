/** What can come of an episode, with the key of each. Risky ones need a modifier. */
export const outcomeKinds = [
  { kind: 'reached', key: 'q', cap: 'Q' },
  { kind: 'not-believed', key: 'h', cap: 'H' },
  { kind: 'refused', key: 'x', cap: 'X' },
  { kind: 'not-found', key: 'z', cap: 'Z' },
  { kind: 'partly-paid', key: 'Alt+z', cap: 'Alt Z' },
  { kind: 'handed-over', key: 'y', cap: 'Y' },
] as const;

export type OutcomeKind = (typeof outcomeKinds)[number]['kind'];

/** Outcomes that say that the person was spoken to: they end a running call as reached. */
export const spokenTo: readonly OutcomeKind[] = ['reached', 'not-believed', 'partly-paid'];
