import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../../api/client';
import type { Action } from '../../api/types';

export const quarantineStates = ['waiting', 'taken', 'set-aside'] as const;
export type QuarantineState = (typeof quarantineStates)[number];

/** A record that came over Kafka and could not be taken; what it says is sealed. */
export interface QuarantinedRecord {
  id: string;
  topic: string;
  partition: number;
  offset: string;
  bytes: number;
  source: string;
  cameAt: string;
  state: QuarantineState | string;
  decidedBy?: string | null;
  decidedAt?: string | null;
  reasons: { field: string; code: string; message: string }[];
  actions: Action[];
}

/** A topic that is listened to, and what it waits for. */
export interface SignalStream {
  topic: string;
  source: string;
  state: 'listening' | 'no-broker' | 'no-database' | 'no-unit' | string;
}

export interface QuarantinePage {
  items: QuarantinedRecord[];
  next: string | null;
  counts: { waiting: number; taken: number; setAside: number };
  streams: SignalStream[];
}

const root = '/api/warning/quarantine';

export function useQuarantine(state: QuarantineState) {
  return useInfiniteQuery({
    queryKey: ['import', 'quarantine', state],
    queryFn: ({ pageParam }) => call<QuarantinePage>(root, { query: { state, after: pageParam, size: 20 } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (previous) => previous,
    refetchInterval: 15_000,
  });
}

export const decideQuarantined = (id: string, act: 'again' | 'set-aside') => call<QuarantinedRecord>(`${root}/${id}/${act}`, { method: 'POST' });
