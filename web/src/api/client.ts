import { learnServerTime } from '../ui/ticker';

/** A refusal as the service words it (RFC 9457): a stable code and a sentence in the reader's language. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly values: Record<string, unknown>;

  constructor(status: number, code: string, detail: string, values: Record<string, unknown>) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.values = values;
  }
}

/** The service did not answer at all: no network, or it is restarting. Its sentence is in the reader's language. */
export class CutOffError extends Error {
  constructor() {
    super(cut());
    this.name = 'CutOffError';
  }
}

export type Query = Record<string, string | number | boolean | null | undefined>;

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  query?: Query;
  body?: unknown;
  form?: FormData;
  /** The same key gets the same answer, however often it is sent. */
  key?: string;
  signal?: AbortSignal;
}

let language = 'zh';
let cut: () => string = () => '';
let onSignedOut: () => void = () => undefined;

export function speak(to: string): void {
  language = to;
}

/** What is said where nothing could be reached. */
export function sayWhenCut(word: () => string): void {
  cut = word;
}

export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

/** One call to the service. Answers the parsed body; throws a Problem for every expected refusal. */
export async function call<T>(path: string, { method = 'GET', query, body, form, key, signal }: Call = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language };
  if (method !== 'GET') headers['X-Lianxin'] = '1';
  if (method === 'POST') headers['Idempotency-Key'] = key ?? crypto.randomUUID();
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(withQuery(path, query), {
      method,
      headers,
      body: form ?? (body === undefined ? null : JSON.stringify(body)),
      signal: signal ?? null,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new CutOffError();
  }
  return read<T>(response, path);
}

/** A file instead of a body; its name as the service gives it. */
export async function callForFile(path: string, query: Query, method: 'GET' | 'POST'): Promise<{ blob: Blob; name: string | undefined }> {
  let response: Response;
  try {
    response = await fetch(withQuery(path, query), {
      method,
      headers: { Accept: '*/*', 'Accept-Language': language, ...(method === 'POST' ? { 'X-Lianxin': '1', 'Idempotency-Key': crypto.randomUUID() } : {}) },
      credentials: 'same-origin',
    });
  } catch {
    throw new CutOffError();
  }
  if (!response.ok) await read<unknown>(response, path);
  const named = response.headers.get('content-disposition')?.match(/filename\*=UTF-8''([^;]+)/)?.[1];
  return { blob: await response.blob(), name: named && decodeURIComponent(named) };
}

export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

async function read<T>(response: Response, path: string): Promise<T> {
  const text = await response.text();
  const json = text && response.headers.get('content-type')?.includes('json') ? (JSON.parse(text) as Record<string, unknown>) : undefined;
  if (typeof json?.['serverTime'] === 'string') learnServerTime(json['serverTime']);
  if (response.ok) return json as T;
  if (response.status === 401 && !path.endsWith('/sign-in')) onSignedOut();
  const code = typeof json?.['code'] === 'string' ? json['code'] : 'shared.unavailable';
  const detail = typeof json?.['detail'] === 'string' ? json['detail'] : '';
  throw new Problem(response.status, code, detail, json ?? {});
}
