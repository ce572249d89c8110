import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../../api/client';
import type { Board, Order, Slice, Urgency } from '../../api/types';

const root = '/api/order';

export type InboxState = 'open' | 'issued-by' | 'done-today' | 'exceptions';

export function useInbox(state: InboxState) {
  return useInfiniteQuery({
    queryKey: ['order', 'inbox', state],
    queryFn: ({ pageParam, signal }) => call<Slice<Order>>(`${root}/inbox`, { query: { unit: 'unit', state, after: pageParam, size: 50 }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (previous) => previous,
  });
}

export function useBoard() {
  return useQuery({ queryKey: ['order', 'board'], queryFn: () => call<Board>(`${root}/board`) });
}

export function useOrder(id: string) {
  return useQuery({ queryKey: ['order', 'one', id], queryFn: () => call<Order>(`${root}/orders/${id}`) });
}

export const actOn = (id: string, act: string, body?: unknown) => call<unknown>(`${root}/orders/${id}/${act}`, { method: 'POST', ...(body === undefined ? {} : { body }) });

export interface StopPayment {
  id: string;
  paidAt: string;
  amountCents: number | null;
  fromBank: string | null;
  fromAccount: string | null;
  toBank: string | null;
  toAccount: string | null;
  toName: string | null;
}

export const openAccounts = (orderId: string) => call<{ items: StopPayment[] }>(`/api/warning/stop-orders/${orderId}/accounts`, { method: 'POST' });

export interface LadderStep {
  number: number;
  when: string;
  afterSeconds: number;
  tells: string;
  effect: string;
  addressee: string;
  duty?: string | null;
}

export interface Ladder {
  id: string;
  version: number;
  name: string;
  steps: LadderStep[];
}

export function useLadders() {
  return useQuery({ queryKey: ['order', 'ladders'], queryFn: () => call<{ items: Ladder[] }>(`${root}/ladders`) });
}

export const saveLadder = (id: string, version: number, steps: LadderStep[]) =>
  call<Ladder>(`${root}/ladders/${id}`, { method: 'PUT', body: { version, steps: steps.map((step) => ({ ...step, tells: undefined })) } });

/** The order as it came back from where it was handed over to. */
export const takeBack = (id: string) => call<Order>(`${root}/orders/${id}/take-back`, { method: 'POST' });

interface OrderDraft {
  title: string;
  detail: string | null;
  toUnitId: string;
  toStaffId: string | null;
  dueAt: string;
  ladder: string;
  urgency: Urgency;
}

export const issueOrder = (draft: OrderDraft, key: string) => call<Order>(`${root}/orders`, { method: 'POST', body: draft, key });
