import type { Action } from './types';

export type TrackName = 'phone' | 'other-numbers' | 'family' | 'work-unit' | 'committee' | 'visit' | 'patrol' | 'bank';

/** One way to the person, as far as its order says. */
export interface TrackLine {
  track: TrackName;
  state: 'none' | 'sent' | 'running' | 'reached' | 'failed' | 'ended';
  orderId: string | null;
  who: string | null;
  at: string | null;
  words: string | null;
  report: boolean;
}

/** Every way to the person, and the one clock of those that look for them. */
export interface Search {
  since: string | null;
  until: string | null;
  tracks: TrackLine[];
  familyBasis: { basis: 'consent' | 'danger' | 'duty'; by: string; at: string } | null;
  open: Action;
}

/** A payment that somebody was asked to stop, and the order it waits on. */
export interface StopRequest {
  id: string;
  askedAt: string;
  by: string;
  paidAt: string;
  amountCents: number | null;
  orderId: string | null;
  state: string | null;
  unit: string | null;
  onDuty: boolean;
  holder: string | null;
  dueAt: string | null;
}

/** What was tried with the same person before. */
export interface EarlierEpisode {
  episodeId: string;
  number: string;
  at: string;
  scamTypeName: string;
  state: string;
  tried: { what: string; count: number }[];
  worked: string | null;
  beliefs: ('believes' | 'unsure' | 'disbelieves' | 'coached' | 'paid' | 'hung-up')[];
  outcome: string | null;
  savedCents: number;
  lostCents: number;
  lostLater: boolean;
}
