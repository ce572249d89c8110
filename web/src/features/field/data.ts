import { useQuery } from '@tanstack/react-query';
import { call, CutOffError } from '../../api/client';
import type { CallerCode, Episode, OpenedEpisode, Order, Slice } from '../../api/types';
import { keep, kept } from './outbox';

export interface Aged<T> {
  value: T;
  at: number;
  stale: boolean;
}

/** Asks the service; without a line, gives what was kept, with its age. */
async function fetched<T>(path: string, query: Record<string, string> = {}): Promise<Aged<T>> {
  const key = `${path}?${new URLSearchParams(query)}`;
  try {
    const value = await call<T>(path, { query });
    await keep(key, value);
    return { value, at: Date.now(), stale: false };
  } catch (error) {
    const before = error instanceof CutOffError ? await kept<T>(key) : undefined;
    if (!before) throw error;
    return { value: before.value, at: before.at, stale: true };
  }
}

export function useMyOrders() {
  return useQuery({
    queryKey: ['order', 'field'],
    queryFn: async () => {
      const [mine, unit] = await Promise.all([
        fetched<Slice<Order>>('/api/order/inbox', { unit: 'me', state: 'open', size: '50' }),
        fetched<Slice<Order>>('/api/order/inbox', { unit: 'unit', state: 'open', size: '50' }),
      ]);
      const unsigned = unit.value.items.filter((order) => order.state === 'issued' && !order.to.staffId);
      const known = new Set(mine.value.items.map((order) => order.id));
      return { value: [...mine.value.items, ...unsigned.filter((order) => !known.has(order.id))], at: Math.min(mine.at, unit.at), stale: mine.stale || unit.stale };
    },
    refetchInterval: 15_000,
  });
}

const shownAfter = 30 * 60_000;

/** Orders of mine that ended lately because somebody else was quicker. */
export function useJustEnded() {
  return useQuery({
    queryKey: ['order', 'field-ended'],
    queryFn: async () => {
      const done = await call<Slice<Order>>('/api/order/inbox', { query: { unit: 'me', state: 'done-today', size: '20' } });
      return done.items.filter((order) => order.state === 'withdrawn' && order.ended && Date.now() - Date.parse(order.ended.at) < shownAfter);
    },
  });
}

export function useFieldOrder(id: string) {
  return useQuery({ queryKey: ['order', 'one', id], queryFn: () => fetched<Order>(`/api/order/orders/${id}`), refetchInterval: 20_000 });
}

/** Orders of partners: they learn whom to look for, and nothing of the episode behind. */
export const partnerKinds: readonly string[] = ['work-unit', 'village-committee', 'bank-notice'];

/** The covered episode behind an order, if the order is about one. */
export function useCovered(order: Order | undefined) {
  return useQuery({
    queryKey: ['episode', 'one', order?.subject.id],
    queryFn: () => fetched<Episode>(`/api/warning/episodes/${order?.subject.id ?? ''}`),
    enabled: order?.subject.module === 'warning' && !partnerKinds.includes(order.kind),
  });
}

export const openForVisit = (order: Order) =>
  call<OpenedEpisode>(`/api/warning/episodes/${order.subject.id}/open`, { method: 'POST', body: { purpose: 'visit', orderId: order.id } });

export const dial = (order: Order, phoneId: string) => call<unknown>(`/api/warning/episodes/${order.subject.id}/calls`, { method: 'POST', body: { phoneId, orderId: order.id } });

export const makeCode = (order: Order, phoneId: string) => call<CallerCode>(`/api/warning/episodes/${order.subject.id}/caller-codes`, { method: 'POST', body: { phoneId, orderId: order.id } });

/** All that a partner learns of whom they look for. */
export interface SoughtPerson {
  name: string;
  address: string | null;
  ask: string;
}

export const tellOfTrack = (order: Order) => call<SoughtPerson>(`/api/warning/tracks/${order.id}/told`, { method: 'POST' });
