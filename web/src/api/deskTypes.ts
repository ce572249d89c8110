import type { PlaceCandidate, Urgency } from './types';

/** What the service says to the boards, the rule keepers and the reviewers. */

export interface RoutingItem {
  episodeId: string;
  number: string;
  addressText?: string | null;
  reason?: 'unknown' | 'ambiguous' | 'nobody' | 'several' | 'missing' | null;
  candidates: PlaceCandidate[];
  since: string;
}

export interface TriageRule {
  id: string;
  name: string;
  question: string;
  parameters: Record<string, number | string | boolean>;
}

export interface RuleVersion {
  version: number;
  state: 'draft' | 'live' | 'retired';
  since: string | null;
  by: string | null;
  rules: TriageRule[];
}

export interface RuleTrial {
  episodes: number;
  changed: number;
  moved: { episodeId?: string; number: string; before: number; after: number }[];
  histogram: { from: number; to?: number; before: number; after: number }[];
}

export interface Wallboard {
  now: string;
  unit: string | { name: string };
  figures: {
    episodesToday: number;
    signalsToday: number;
    reachedIn5: { n: number; of: number };
    seenIn30: { n: number; of: number };
    savedCentsToday: number;
    peopleSaved: number;
    lostAfterPer1000: number | null;
    trends?: Record<string, number[]>;
  };
  counties: { code: string; name: string; open: number; unsigned: number; moneyMoving: number; life: number }[];
  soonest: { orderId: string; title: string; where: string; at: string; from?: string | null; state: string; urgency: Urgency; then: string }[];
  exceptions: { total: number; byKind: { kind: string; count: number; oldestAt: string | null }[] };
  loop: Record<string, number>;
}

export interface AuditEntry {
  seq: number;
  at: string;
  name: string;
  staffNumber?: string | null;
  post: string | null;
  unitName: string | null;
  action: string;
  purpose: string | null;
  subject: string | null;
  reason?: string | null;
  note?: string | null;
  persons: number;
  fields: string[] | string | null;
  count: number | null;
  result: string;
}

export interface AuditState {
  size: number;
  root: string;
  signedAt: string | null;
  publicKey: string;
  /** Entries noted and not yet under a signed head. */
  unsequenced: number;
  /** How often this week somebody was shown more persons in an hour than anybody works on. */
  massReadings: number;
}

/** One case kept past its term. */
export interface Hold {
  id: string;
  subject: string;
  reason: string;
  madeBy: string;
  madeAt: string;
  until: string;
}

export interface AuditHead {
  month: string;
  size: number;
  root: string;
  signedAt: string;
}

export interface SimulatedMessage {
  id: string;
  at: string;
  channel: string;
  toMasked: string;
  text: string;
  state: string;
  receiptAt: string | null;
  reply?: string | null;
  subject: string | null;
}
