import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client';
import type { Action } from '../../api/types';
import type { QueueFilter } from './api';

/** A list of more than fifty persons: asked for, agreed to by somebody else, taken once. */
export interface ExportRequest {
  id: string;
  madeBy: string;
  madeAt: string;
  reason: string;
  unmasked: boolean;
  persons: number;
  state: 'asked' | 'agreed' | 'refused' | 'taken' | string;
  decidedBy?: string | null;
  decidedWhy?: string | null;
  actions: Action[];
}

const root = '/api/warning/exports';

export function useExportRequests(enabled: boolean) {
  return useQuery({ queryKey: ['export', 'requests'], queryFn: () => call<{ items: ExportRequest[] }>(root), enabled, refetchInterval: 30_000 });
}

/** Waits for whoever reads it. */
export function decidable(request: ExportRequest): boolean {
  return request.actions.some((action) => action.name === 'decide' && action.open);
}

export const askForExport = (filter: QueueFilter, reason: string) => call<ExportRequest>(root, { method: 'POST', body: { ...filter, unmasked: false, reason } });
export const decideExport = (id: string, grant: boolean, reason: string) => call<ExportRequest>(`${root}/${id}/decision`, { method: 'POST', body: { grant, reason } });
export const fileOfExport = (id: string) => `${root}/${id}/file`;
