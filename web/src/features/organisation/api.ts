import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../../api/client';
import type { RosterImport, Session, Slice, Staff, Unit, UnitDetail } from '../../api/types';

const root = '/api/organisation';

type UnitPage = { unit: Unit } & Omit<UnitDetail, keyof Unit>;

export function useUnits(parent: string | undefined, q = '') {
  return useQuery({ queryKey: ['organisation', 'units', parent ?? '', q], queryFn: () => call<Slice<Unit>>(`${root}/units`, { query: { parent, q, size: 200 } }) });
}

export function useUnit(id: string | undefined) {
  return useQuery({ queryKey: ['organisation', 'unit', id], queryFn: () => call<UnitPage>(`${root}/units/${id ?? ''}`).then(({ unit, ...rest }): UnitDetail => ({ ...unit, ...rest })), enabled: id !== undefined });
}

export function useStaff(unit: string | undefined, q: string) {
  return useInfiniteQuery({
    queryKey: ['organisation', 'staff', unit, q],
    queryFn: ({ pageParam }) => call<Slice<Staff>>(`${root}/staff`, { query: { unit, q, after: pageParam, size: 50 } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    enabled: unit !== undefined,
  });
}

export function useSessions() {
  return useQuery({ queryKey: ['organisation', 'sessions'], queryFn: () => call<Slice<Session> | Session[]>(`${root}/sessions`).then((answer) => (Array.isArray(answer) ? answer : answer.items)) });
}

export const revoke = (id: string) => call<unknown>(`${root}/sessions/${id}`, { method: 'DELETE' });

export function importRoster(file: File, dryRun: boolean): Promise<RosterImport> {
  const form = new FormData();
  form.append('file', file);
  return call<RosterImport>(`${root}/import`, { method: 'POST', query: { dryRun }, form });
}
