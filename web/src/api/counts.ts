import { useQuery } from '@tanstack/react-query';
import { call } from './client';
import type { EpisodeCounts, OrderCounts } from './types';

export function useOrderCounts(enabled = true) {
  return useQuery({ queryKey: ['order', 'counts'], queryFn: () => call<OrderCounts>('/api/order/counts'), enabled });
}

export function useEpisodeCounts(enabled = true) {
  return useQuery({ queryKey: ['episode', 'counts'], queryFn: () => call<EpisodeCounts>('/api/warning/episodes/counts'), enabled });
}
