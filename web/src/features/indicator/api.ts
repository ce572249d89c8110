import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../../api/client';
import type { Action, Slice } from '../../api/types';

const root = '/api/indicator';

/** A count and, where it is read as one, its rate. */
export interface Reading {
  n: number;
  rate: number | null;
}

export interface FigureValue {
  hidden: boolean;
  now: Reading | null;
  frozen: Reading | null;
  before: Reading | null;
  yearAgo: Reading | null;
}

export interface DefinedFigure {
  id: string;
  rule: string;
  name: string;
  formula: string;
  unit: string;
  measure: string;
}

export interface FigureRow {
  unitId: string | null;
  name: string;
  whole: boolean;
  values: Record<string, FigureValue>;
}

export interface FigureBoard {
  unit: { id: string; name: string };
  month: string;
  months: string[];
  frozenAt: string | null;
  figures: DefinedFigure[];
  rows: FigureRow[];
  trend: { month: string; values: Record<string, Reading> }[];
  sources: { source: string; hidden: boolean; falseAlarms: number | null; percent: number | null }[];
  actions: Action<'rows' | 'workbook'>[];
}

export interface BehindRow {
  id: string;
  number: string;
  unit: string;
  receivedAt: string;
  source: string;
  level: number;
  scamType: string;
  state: string;
  reachedAt: string | null;
  reachedBy: string | null;
  falseAlarm: boolean;
  savedCents: number;
  lostCents: number;
}

export interface ComparedGroup {
  key: string;
  of: number | null;
  percent: number | null;
  low: number | null;
  high: number | null;
  verdict: string;
}

export interface ComparisonPage {
  days: number;
  fewest: number;
  items: { what: string; measure: string; groups: ComparedGroup[] }[];
}

export interface Asked {
  unit: string | undefined;
  month: string | undefined;
}

export const workbookPath = `${root}/figures/workbook`;

export function useFigures(asked: Asked) {
  return useQuery({
    queryKey: ['indicator', 'figures', asked],
    queryFn: () => call<FigureBoard>(`${root}/figures`, { query: { ...asked } }),
    placeholderData: (previous) => previous,
  });
}

export function useBehind(asked: Asked, figure: string) {
  return useInfiniteQuery({
    queryKey: ['indicator', 'rows', asked, figure],
    queryFn: ({ pageParam }) => call<Slice<BehindRow>>(`${root}/rows`, { query: { ...asked, figure, after: pageParam } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function useComparisons(unit: string | undefined) {
  return useQuery({ queryKey: ['indicator', 'comparisons', unit], queryFn: () => call<ComparisonPage>(`${root}/comparisons`, { query: { unit } }) });
}
