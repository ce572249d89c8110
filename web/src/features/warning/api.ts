import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call, type Query } from '../../api/client';
import type { RoutingItem, RuleTrial, RuleVersion, Wallboard } from '../../api/deskTypes';
import type { Call, CallerCode, Episode, EpisodeRow, OpenedEpisode, Order, PlaceCandidate, Slice } from '../../api/types';

const root = '/api/warning';

export type QueueView = 'mine' | 'centre' | 'follow-up' | 'exceptions' | 'closed';

export interface QueueFilter {
  view: QueueView;
  county: string;
  scamType: string;
  level: string;
  state: string;
  q: string;
}

export function useQueue(filter: QueueFilter) {
  return useInfiniteQuery({
    queryKey: ['episode', 'list', filter],
    queryFn: ({ pageParam, signal }) => call<Slice<EpisodeRow>>(`${root}/episodes`, { query: { ...filter, after: pageParam, size: 50 } satisfies Query, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (previous) => previous,
  });
}

export function useEpisode(id: string | undefined) {
  return useQuery({
    queryKey: ['episode', 'one', id],
    queryFn: ({ signal }) => call<Episode>(`${root}/episodes/${id}`, { signal }),
    enabled: id !== undefined,
    placeholderData: (previous) => previous,
  });
}

export const takeNext = (kinds: string[]) => call<{ order: Order } | undefined>('/api/order/take-next', { method: 'POST', body: { kinds } });

export const openEpisode = (id: string, purpose: string, extra: { orderId?: string; reason?: string } = {}) =>
  call<OpenedEpisode>(`${root}/episodes/${id}/open`, { method: 'POST', body: { purpose, ...extra } });

export const unmask = (id: string, field: string, reason: string, purpose: string) =>
  call<{ value: string }>(`${root}/episodes/${id}/unmask`, { method: 'POST', body: { field, reason, ...(purpose ? { purpose } : {}) } });

export const startCall = (id: string, phoneId: string) => call<Call>(`${root}/episodes/${id}/calls`, { method: 'POST', body: { phoneId } });

export interface CallEnd {
  result: string;
  note: string;
  belief?: string;
  way?: string[];
  scriptType?: string;
  scriptVersion?: number;
}

export const endCall = (id: string, callId: string, end: CallEnd) => call<unknown>(`${root}/episodes/${id}/calls/${callId}/result`, { method: 'POST', body: end });

export const hangUp = (id: string, callId: string) => call<void>(`${root}/episodes/${id}/calls/${callId}/hang-up`, { method: 'POST' });

export interface CodeCheck {
  verdict: 'genuine' | 'used' | 'expired' | 'not-genuine' | 'later';
  unitName: string | null;
  staffNumberTail: string | null;
  purpose: string | null;
  /** When it was used, or ended. */
  at: string | null;
  usedBy: 'page' | 'message' | 'hotline' | null;
  say: string[];
}

export const checkCode = (code: string, lastFour: string) => call<CodeCheck>(`${root}/code-checks`, { method: 'POST', body: { code, lastFour } });

export const makeCallerCode = (id: string, phoneId: string) => call<CallerCode>(`${root}/episodes/${id}/caller-codes`, { method: 'POST', body: { phoneId } });

export interface OutcomeCommand {
  kind: string;
  savedCents?: number;
  savedHow?: string;
  lostCents?: number;
  note?: string;
  belief?: string;
  toUnitId?: string;
  orderId?: string;
  falseAlarm?: boolean;
}

export const recordOutcome = (id: string, outcome: OutcomeCommand, key: string) => call<Episode>(`${root}/episodes/${id}/outcomes`, { method: 'POST', body: outcome, key });

export interface TrackOpening {
  track: string;
  basis?: string;
  words?: string;
  unitId?: string;
}

export const openTracks = (id: string, tracks: TrackOpening[]) => call<Episode>(`${root}/episodes/${id}/tracks`, { method: 'POST', body: { tracks } });

export const reportTrack = (orderId: string, result: 'found' | 'not-found') => call<unknown>(`${root}/tracks/${orderId}/report`, { method: 'POST', body: { result } });

export interface StopCommand {
  paidAt: string;
  amountCents?: number;
  fromBank?: string;
  fromAccount?: string;
  toBank?: string;
  toAccount?: string;
  toName?: string;
}

export const askToStop = (id: string, command: StopCommand) => call<Episode>(`${root}/episodes/${id}/stop-requests`, { method: 'POST', body: command });

export const recordFollowUp = (id: string, answer: { result: string; lostCents?: number; note?: string }) =>
  call<Episode>(`${root}/episodes/${id}/follow-ups`, { method: 'POST', body: answer });

export const routeEpisode = (id: string, divisionCode: string) => call<unknown>(`${root}/episodes/${id}/route`, { method: 'POST', body: { divisionCode } });

export const splitSignals = (id: string, signalIds: string[]) => call<Episode>(`${root}/episodes/${id}/split`, { method: 'POST', body: { signalIds } });

export const joinEpisode = (id: string, otherNumber: string) => call<Episode>(`${root}/episodes/${id}/join`, { method: 'POST', body: { otherNumber } });

export function useRouting() {
  return useInfiniteQuery({
    queryKey: ['routing', 'list'],
    queryFn: ({ pageParam }) => call<Slice<RoutingItem>>(`${root}/routing`, { query: { after: pageParam, size: 50 } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export const resolvePlace = (text: string, signal?: AbortSignal) =>
  call<{ candidates: PlaceCandidate[]; total: number; ambiguous: boolean }>('/api/place/resolve', { query: { text }, ...(signal ? { signal } : {}) });

export function useRuleVersions() {
  return useQuery({ queryKey: ['rules', 'versions'], queryFn: () => call<{ versions?: RuleVersion[]; items?: RuleVersion[] } | RuleVersion[]>(`${root}/rules`).then(versionsOf) });
}

function versionsOf(answer: { versions?: RuleVersion[]; items?: RuleVersion[] } | RuleVersion[]): RuleVersion[] {
  return Array.isArray(answer) ? answer : (answer.versions ?? answer.items ?? []);
}

export const draftRules = (rules: RuleVersion['rules']) => call<RuleVersion>(`${root}/rules`, { method: 'POST', body: { rules } });
export const tryRules = (version: number, days: number) => call<RuleTrial>(`${root}/rules/${version}/try`, { method: 'POST', body: { days } });
export const goLive = (version: number) => call<RuleVersion>(`${root}/rules/${version}/live`, { method: 'POST' });

/** The service keeps a board for a second: an event may come too early for the next one, so the wall asks often by itself. */
export function useWallboard(unit: string | undefined) {
  return useQuery({ queryKey: ['episode', 'wallboard', unit], queryFn: () => call<Wallboard>(`${root}/wallboard`, { query: { unit } }), refetchInterval: 1_000 });
}
