import { Dexie, liveQuery, type EntityTable } from 'dexie';
import { useEffect, useState } from 'react';
import { call, CutOffError, Problem } from '../../api/client';
import type { Order } from '../../api/types';

/** What can be done in the field, by name. Each is sent with the key it got when it was written down. */
export type MutationName = 'sign' | 'outcome' | 'track' | 'report' | 'return' | 'help';

export interface Mutation {
  /** The idempotency key: the service does it once, however often it arrives. */
  key: string;
  name: MutationName;
  title: string;
  path: string;
  body: unknown;
  writtenAt: number;
  state: 'stored' | 'sending' | 'received' | 'returned';
  orderId: string | undefined;
  receipt: string | undefined;
  why: string | undefined;
}

interface Kept {
  key: string;
  at: number;
  value: unknown;
}

class FieldStore extends Dexie {
  mutations!: EntityTable<Mutation, 'key'>;
  kept!: EntityTable<Kept, 'key'>;

  constructor() {
    super('lianxin-field');
    this.version(1).stores({ mutations: 'key, state, writtenAt', kept: 'key' });
  }
}

export const store = new FieldStore();

/** Writes a mutation down first; sending comes after. */
export async function writeDown(name: MutationName, title: string, path: string, body: unknown, orderId?: string): Promise<string> {
  const key = crypto.randomUUID();
  await store.mutations.add({ key, name, title, path, body, orderId, writtenAt: Date.now(), state: 'stored', receipt: undefined, why: undefined });
  void sendAll();
  return key;
}

let sending: Promise<void> | undefined;

/** Sends what waits, oldest first. A lost line leaves the rest where it is; a refusal is kept with its reason. */
export function sendAll(): Promise<void> {
  sending ??= sendInOrder().finally(() => {
    sending = undefined;
  });
  return sending;
}

async function sendInOrder(): Promise<void> {
  for (;;) {
    const next = (await store.mutations.where('state').anyOf('stored', 'sending').sortBy('writtenAt'))[0];
    if (!next) return;
    await store.mutations.update(next.key, { state: 'sending' });
    try {
      const answer = await call<Partial<Order> | undefined>(next.path, { method: 'POST', body: next.body ?? {}, key: next.key });
      await store.mutations.update(next.key, { state: 'received', receipt: receiptOf(answer, next), body: null });
    } catch (error) {
      if (error instanceof Problem && error.status < 500 && error.status !== 401) {
        await store.mutations.update(next.key, { state: 'returned', why: error.message });
      } else {
        await store.mutations.update(next.key, { state: 'stored' });
        if (!(error instanceof CutOffError) && !(error instanceof Problem)) throw error;
        return;
      }
    }
  }
}

/** The number the receipt is known by: what the service answered, else the key it was sent with. */
function receiptOf(answer: Partial<Order> | undefined, mutation: Mutation): string {
  return answer?.number ?? mutation.key.slice(0, 8);
}

export async function sendAgain(key: string): Promise<void> {
  await store.mutations.update(key, { state: 'stored', why: undefined });
  await sendAll();
}

export async function drop(key: string): Promise<void> {
  await store.mutations.delete(key);
}

export function useOutbox(): Mutation[] {
  const [all, setAll] = useState<Mutation[]>([]);
  useEffect(() => {
    const watching = liveQuery(() => store.mutations.orderBy('writtenAt').toArray().then((all) => all.toReversed())).subscribe({ next: setAll });
    return () => watching.unsubscribe();
  }, []);
  return all;
}

/** Keeps the last answer with its age, so that a list is there without a line. Orders only; never an opened person. */
export async function keep(key: string, value: unknown): Promise<void> {
  await store.kept.put({ key, at: Date.now(), value });
}

export async function kept<T>(key: string): Promise<{ at: number; value: T } | undefined> {
  const found = await store.kept.get(key);
  return found && { at: found.at, value: found.value as T };
}

/** Signing out leaves nothing of the work on the phone but what has not been received yet. */
export async function forget(): Promise<void> {
  await store.kept.clear();
  await store.mutations.where('state').equals('received').delete();
}
