export interface ClockTick {
  at: string;
  word: string;
}

/** The facts of a clock as the server gives them. The browser draws; the server decides. */
export interface ClockFacts {
  startedAt: string;
  dueAt: string;
  /** What happens at the end, in words. */
  ending: string;
  life?: boolean | undefined;
  metAt?: string | undefined;
  paused?: { since: string; reason: string; by?: string; until?: string } | undefined;
  waitsForDecision?: boolean | undefined;
  ticks?: ClockTick[] | undefined;
  rule?: string | undefined;
  startedBy?: string | undefined;
}

export type ClockState = 'running' | 'near' | 'life' | 'overdue' | 'paused' | 'met';

export interface ClockReading {
  state: ClockState;
  /** What the figure shows: time left, time over, time taken. */
  millis: number;
  /** How much of the fuse has burnt, 0 to 1. */
  burnt: number;
  ticks: { share: number; word: string }[];
}

export function readClock(facts: ClockFacts, now: number): ClockReading {
  const started = Date.parse(facts.startedAt);
  const due = Date.parse(facts.dueAt);
  const whole = Math.max(1, due - started);
  const ticks = (facts.ticks ?? []).map((tick) => ({ share: share(Date.parse(tick.at) - started, whole), word: tick.word }));
  if (facts.metAt !== undefined) {
    const took = Date.parse(facts.metAt) - started;
    return { state: 'met', millis: took, burnt: share(took, whole), ticks };
  }
  if (facts.paused) {
    const since = Date.parse(facts.paused.since);
    return { state: 'paused', millis: due - since, burnt: share(since - started, whole), ticks };
  }
  const left = due - now;
  const burnt = share(now - started, whole);
  if (left <= 0) return { state: 'overdue', millis: -left, burnt: 1, ticks };
  if (facts.life) return { state: 'life', millis: left, burnt, ticks };
  const near = facts.waitsForDecision || left <= whole / 4;
  return { state: near ? 'near' : 'running', millis: left, burnt, ticks };
}

function share(part: number, whole: number): number {
  return Math.min(1, Math.max(0, part / whole));
}
