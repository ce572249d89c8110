import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client';

const root = '/api/warning/scripts';

export const beliefs = ['believes', 'unsure', 'disbelieves', 'coached', 'paid', 'hung-up'] as const;
export type Belief = (typeof beliefs)[number];

/** What is said to somebody who may be in one kind of scam. Always Chinese, whatever the reader's language. */
export interface Script {
  title: string;
  what: string;
  steps: string[];
  opening: string;
  branches: Record<Belief, string[]>;
  answers: { question: string; answer: string }[];
  questions: string[];
  manner: string[];
}

export interface Spoken {
  scamType: string;
  version: number;
  script: Script;
}

export interface ScriptInUse {
  scamType: string;
  title: string;
  version: number;
  since: string;
  by: string;
  draft: number | null;
}

export interface ScriptVersion {
  version: number;
  state: 'draft' | 'live' | 'retired';
  base: number;
  content: string;
  madeAt: string;
  madeBy: string;
  since: string | null;
  by: string | null;
  reason: string | null;
}

export interface ScriptPreview {
  script: Script | null;
  flaws: { line: number; code: string; message: string }[];
}

/** The script in use for a scam type, as calls name it. */
export function useSpoken(scamType: string | null | undefined) {
  const type = scamType ?? 'other';
  return useQuery({ queryKey: ['scripts', 'spoken', type], queryFn: () => call<Spoken>(`${root}/${encodeURIComponent(type)}`), staleTime: 60_000, enabled: scamType !== undefined });
}

export function useScriptTypes() {
  return useQuery({ queryKey: ['scripts', 'types'], queryFn: () => call<{ items: ScriptInUse[] }>(root) });
}

export function useScriptVersions(scamType: string | undefined) {
  return useQuery({
    queryKey: ['scripts', 'versions', scamType],
    queryFn: () => call<{ items: ScriptVersion[] }>(`${root}/${scamType}/versions`),
    enabled: scamType !== undefined,
  });
}

/** The text as it would be spoken, or what keeps it from being a script. Nothing is kept. */
export function usePreview(content: string | undefined) {
  return useQuery({
    queryKey: ['scripts', 'preview', content],
    queryFn: () => call<ScriptPreview>(`${root}/preview`, { method: 'POST', body: { content } }),
    enabled: content !== undefined && content.trim() !== '',
    placeholderData: (previous) => previous,
    staleTime: Infinity,
  });
}

export const saveDraft = (scamType: string, base: number, content: string, key: string) =>
  call<ScriptVersion>(`${root}/${scamType}/versions`, { method: 'POST', body: { base, content }, key });

export const putInUse = (scamType: string, version: number, reason: string) =>
  call<ScriptVersion>(`${root}/${scamType}/versions/${version}/live`, { method: 'POST', body: { reason } });

/** What is put in the place of {…} in a script: by the names that the service knows. */
export function spokenWith(text: string, values: Record<string, string | undefined>): string {
  return text.replaceAll(/[{]([^{}]*)[}]/g, (whole, name: string) => values[name] ?? whole);
}
