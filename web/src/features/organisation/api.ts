import { useInfiniteQuery, useQuery, type QueryClient } from '@tanstack/react-query';
import { call } from '../../api/client';
import type { Slice } from '../../api/types';
import type { Client, Jurisdiction, RosterImport, Session, Shift, Staff, Unit, UnitDetail } from '../../api/unitTypes';

const root = '/api/organisation';

type UnitPage = { unit: Unit } & Omit<UnitDetail, keyof Unit>;

export function useUnits(parent: string | undefined, q = '') {
  return useQuery({ queryKey: ['organisation', 'units', parent ?? '', q], queryFn: () => call<Slice<Unit>>(`${root}/units`, { query: { parent, q, size: 200 } }) });
}

export function useUnit(id: string | undefined) {
  return useQuery({ queryKey: ['organisation', 'unit', id], queryFn: () => call<UnitPage>(`${root}/units/${id ?? ''}`).then(({ unit, ...rest }): UnitDetail => ({ ...unit, ...rest })), enabled: id !== undefined });
}

export function useStaff(unit: string | undefined, q: string, order: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['organisation', 'staff', unit, q, order],
    queryFn: ({ pageParam }) => call<Slice<Staff>>(`${root}/staff`, { query: { unit, q, order, after: pageParam, size: 50 } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (previous) => previous,
    enabled: enabled && unit !== undefined,
  });
}

export function useSessions(staffId?: string) {
  return useQuery({ queryKey: ['organisation', 'sessions', staffId], queryFn: () => call<Slice<Session> | Session[]>(`${root}/sessions`, { query: { staffId } }).then((answer) => (Array.isArray(answer) ? answer : answer.items)) });
}

export const revoke = (id: string) => call<unknown>(`${root}/sessions/${id}`, { method: 'DELETE' });

export function importRoster(file: File, dryRun: boolean): Promise<RosterImport> {
  const form = new FormData();
  form.append('file', file);
  return call<RosterImport>(`${root}/import`, { method: 'POST', query: { dryRun }, form });
}

export interface UnitDraft {
  code: string;
  parentId: string;
  name: string;
  level: string;
  kind: string;
  duties: string[];
}

export const makeUnit = (draft: UnitDraft) => call<UnitPage>(`${root}/units`, { method: 'POST', body: draft });
export const changeUnit = (id: string, draft: Omit<UnitDraft, 'code' | 'parentId'>) => call<UnitPage>(`${root}/units/${id}`, { method: 'PUT', body: draft });
export const setJurisdictions = (id: string, jurisdictions: Jurisdiction[]) => call<UnitPage>(`${root}/units/${id}/jurisdictions`, { method: 'POST', body: { jurisdictions } });

export interface StaffDraft {
  number: string;
  name: string;
  account: string | null;
  phone: string | null;
  password?: string;
  state: string;
  posts: { unitId: string; title: string; roles: string[]; scope: string; chosen: string[] }[];
}

export const makeStaff = (draft: StaffDraft) => call<{ id: string }>(`${root}/staff`, { method: 'POST', body: draft });
export const changeStaff = (id: string, draft: StaffDraft) => call<{ id: string }>(`${root}/staff/${id}`, { method: 'PUT', body: draft });
export const oneTimeCode = (id: string) => call<{ code: string }>(`${root}/staff/${id}/one-time-code`, { method: 'POST' });

export function useShifts(unit: string | undefined, from: string, until: string) {
  return useQuery({ queryKey: ['organisation', 'duty', unit, from, until], queryFn: () => call<{ items: Shift[] }>(`${root}/duty`, { query: { unit, from, until } }), enabled: unit !== undefined });
}

export const setShift = (shift: { staffId: string; unitId: string; duty: string; from: string; until: string }) => call<unknown>(`${root}/duty`, { method: 'POST', body: shift });
export const endShift = (id: string) => call<unknown>(`${root}/duty/${id}`, { method: 'DELETE' });

export function useClients() {
  return useQuery({ queryKey: ['organisation', 'clients'], queryFn: () => call<{ items: Client[]; scopes: string[] }>(`${root}/clients`) });
}

export const makeClient = (client: { name: string; scopes: string[]; unitId: string | undefined }) => call<{ token: string }>(`${root}/clients`, { method: 'POST', body: client });
export const endClient = (id: string) => call<unknown>(`${root}/clients/${id}`, { method: 'DELETE' });

export const changePassword = (current: string, fresh: string) => call<unknown>(`${root}/me/password`, { method: 'POST', body: { current, fresh } });
export const offerFactor = (password: string) => call<{ uri: string; secret: string }>(`${root}/me/second-factor`, { method: 'POST', body: { step: 'start', password } });
export const confirmFactor = (code: string) => call<unknown>(`${root}/me/second-factor`, { method: 'POST', body: { step: 'confirm', code } });

export interface SetupDraft {
  code: string;
  unitCode: string;
  unitName: string;
  unitLevel: string;
  number: string;
  name: string;
  account: string;
  password: string;
}

export const setUp = (draft: SetupDraft) => call<unknown>(`${root}/setup`, { method: 'POST', body: draft });

/** Everything about units and people is fetched again after a change. */
export const refreshOrganisation = (queries: QueryClient) => queries.invalidateQueries({ queryKey: ['organisation'] });
