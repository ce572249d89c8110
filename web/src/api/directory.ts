import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from './client';
import type { Slice } from './types';
import type { Staff, Unit } from './unitTypes';

/** Units by name, code or pinyin initials; without a word those at the top. */
export function useUnitSearch(typed: string, enabled = true) {
  return useQuery({
    queryKey: ['organisation', 'units', 'search', typed],
    queryFn: ({ signal }) => call<Slice<Unit>>('/api/organisation/units', { query: { q: typed, size: 20 }, signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** People with a post in the unit, by name or number; for those who may see people. */
export function useStaffSearch(unit: string | undefined, typed: string, enabled = true) {
  return useQuery({
    queryKey: ['organisation', 'staff', 'search', unit, typed],
    queryFn: ({ signal }) => call<Slice<Staff>>('/api/organisation/staff', { query: { unit, q: typed, size: 30 }, signal }),
    placeholderData: keepPreviousData,
    enabled: enabled && unit !== undefined,
  });
}

export interface FoundPlace {
  code: string;
  name: string;
  fullName: string;
  level: string;
}

/** Divisions whose names or pinyin initials begin so. */
export function usePlaceSearch(typed: string) {
  return useQuery({
    queryKey: ['place', 'search', typed],
    queryFn: ({ signal }) => call<{ items: FoundPlace[] }>('/api/place/search', { query: { q: typed }, signal }),
    placeholderData: keepPreviousData,
    enabled: typed.trim().length > 0,
  });
}

/** Whether this seat may list people at all; the service decides, this only spares the question. */
export function seesStaff(roles: string[] | undefined): boolean {
  return (roles ?? []).some((role) => ['ADMINISTRATOR', 'UNIT_HEAD', 'DISPATCHER'].includes(role));
}
