import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/client';
import type { Action } from '../../../api/types';

const root = '/api/warning/awakenings';

export const steps = ['listening', 'testing', 'reading', 'agreeing'] as const;
export type Step = (typeof steps)[number];
export type SessionState = Step | 'paused' | 'done' | 'broken-off';
export type AwakeningDeed = 'arrive' | 'leave' | 'believe' | 'answer' | 'show' | 'finish' | 'pause' | 'resume' | 'break-off';
export type HandbookPage = 'scam' | 'own' | 'check' | 'questions';
export type Standing = 'believes' | 'unsure' | 'disbelieves' | 'coached' | 'paid';

/** How the person may stand at the beginning, and at the end. */
export const before = ['unsure', 'disbelieves', 'coached', 'paid'] as const;
export const after = ['believes', 'unsure', 'disbelieves', 'coached'] as const;

/** A session in a list: when, where it stands, who is with it; never a score. */
export interface SessionLine {
  id: string;
  episodeId: string;
  number: string;
  nameMasked: string | null;
  scamType: string;
  state: SessionState;
  step: Step;
  openedAt: string;
  endedAt: string | null;
  specialists: string[];
}

export interface PaperQuestion {
  text: string;
  options: string[];
  chosen: number | null;
  /** Told after the answer. */
  right: number | null;
  why: string | null;
}

export interface AwakeningSession {
  line: SessionLine;
  path: 'doubtful' | 'convinced' | 'entangled' | null;
  before: Standing | null;
  after: Standing | null;
  agreed: string[];
  days: number | null;
  specialists: { staffId: string; name: string; number: string; since: string; until: string | null }[];
  questions: PaperQuestion[];
  result: { right: number; of: number } | null;
  pages: { page: HandbookPage; shown: boolean }[];
  handbook: { own: string[]; checks: string[]; version: number };
  video: boolean;
  events: { at: string; by: string; deed: AwakeningDeed | 'open'; step: Step; detail: string | null }[];
  choices: { agreements: string[]; pauses: string[]; breakOffs: string[]; days: number[] };
  actions: Action<AwakeningDeed>[];
}

export interface Ending {
  after: Standing;
  agreed: string[];
  days: number;
  words?: string;
}

/** Below the key of episodes: whatever changes about an episode is fetched again at both seats. */
const key = (id: string) => ['episode', 'awakening', id];

export function useSession(id: string) {
  return useQuery({ queryKey: key(id), queryFn: ({ signal }) => call<AwakeningSession>(`${root}/${id}`, { signal }) });
}

/** @param reads whether the reader may: who only looks on, as command does, is not asked to wait for a refusal */
export function useSessionsOf(episodeId: string, reads = true) {
  return useQuery({ queryKey: ['episode', 'awakenings', episodeId], queryFn: ({ signal }) => call<{ items: SessionLine[] }>(`/api/warning/episodes/${episodeId}/awakenings`, { signal }), enabled: reads });
}

export function useLatestSessions() {
  return useQuery({ queryKey: ['episode', 'awakenings'], queryFn: ({ signal }) => call<{ items: SessionLine[] }>(root, { signal }) });
}

export const openSession = (episodeId: string) => call<AwakeningSession>(`/api/warning/episodes/${episodeId}/awakenings`, { method: 'POST', body: { told: true } });

const act = (id: string, what: string, body: unknown) => call<AwakeningSession>(`${root}/${id}/${what}`, { method: 'POST', body });

export const beThere = (id: string, present: boolean) => act(id, 'presence', { present });
export const believe = (id: string, belief: Standing) => act(id, 'belief', { belief });
export const answer = (id: string, question: number, option: number) => act(id, 'answers', { question, option });
export const showPage = (id: string, page: HandbookPage) => act(id, 'pages', { page });
export const finishStep = (id: string, step: Step) => act(id, 'steps', { step });
export const conclude = (id: string, ending: Ending) => act(id, 'steps', { step: 'agreeing', ...ending });
export const stop = (id: string, deed: 'pause' | 'break-off', reason: string) => act(id, 'deeds', { deed, reason });
export const resume = (id: string) => act(id, 'deeds', { deed: 'resume' });

export const videoOf = (scamType: string) => `/api/warning/handbook-videos/${encodeURIComponent(scamType)}`;

/** A session that is neither done nor broken off. */
export const underWay = (line: SessionLine) => line.endedAt === null;
