import type { BehindRow, ComparisonPage, DefinedFigure, FigureBoard, FigureValue, Reading } from '../features/indicator/api';
import { ago } from './world';

const figure = (id: string, rule: string, name: string, measure: string, unit: string): DefinedFigure => ({ id, rule, name, measure, unit, formula: `${name}怎样算，写在这里。` });

export const definedFigures = [
  figure('lost', 'IN-02', '预警后仍受损', 'per-1000', '每千人'),
  figure('warnings', 'IN-01', '预警', 'count', '条'),
  figure('reached-5', 'IN-03', '5 分钟内联系上', 'share', '%'),
  figure('saved', 'IN-06', '挽损人数（更正后）', 'count', '条'),
  figure('saved-cents', 'IN-06', '挽损金额（更正后）', 'cents', '元'),
];

const reading = (n: number, rate: number | null = null): Reading => ({ n, rate });
const value = (now: Reading, frozen: Reading | null = null, before: Reading | null = null, yearAgo: Reading | null = null): FigureValue => ({ hidden: false, now, frozen, before, yearAgo });
const hidden: FigureValue = { hidden: true, now: null, frozen: null, before: null, yearAgo: null };

/** October is frozen and was corrected; November runs; January had nothing. */
export function figureBoard(asked: URLSearchParams): FigureBoard {
  const month = asked.get('month') ?? '2026-11';
  const frozen = month !== '2026-11';
  const none = month === '2026-01';
  const whole = {
    lost: value(reading(23, 3.3), null, reading(30, 4.1), reading(61, 8.9)),
    warnings: none ? value(reading(0)) : value(reading(6_942), null, reading(7_310), null),
    'reached-5': value(reading(2_777, 40)),
    saved: value(reading(311), frozen ? reading(313) : null),
    'saved-cents': value(reading(128_640_000)),
  };
  return {
    unit: asked.get('unit') === 'u-2' ? { id: 'u-2', name: '开鲁县公安局' } : { id: 'u-1', name: '通辽市反诈中心' },
    month,
    months: ['2026-11', '2026-10', '2026-01'],
    frozenAt: frozen ? '2026-11-01T00:05:00Z' : null,
    figures: definedFigures,
    rows: [
      { unitId: 'u-1', name: '通辽市反诈中心', whole: true, values: whole },
      { unitId: 'u-2', name: '开鲁县公安局', whole: false, values: { ...whole, lost: hidden } },
      { unitId: null, name: '通辽市反诈中心本级', whole: false, values: { ...whole, lost: hidden } },
    ],
    trend: [
      { month: '2026-09', values: { lost: reading(33, 4.6), warnings: reading(7_120) } },
      { month: '2026-10', values: { warnings: reading(7_310) } },
      { month: '2026-11', values: { lost: reading(23, 3.3), warnings: reading(6_942) } },
    ],
    sources: [
      { source: '国家反诈大数据平台', hidden: false, falseAlarms: 96, percent: 4 },
      { source: '商业银行', hidden: true, falseAlarms: null, percent: null },
    ],
    actions: [
      { name: 'rows', open: true, reason: null },
      { name: 'workbook', open: true, reason: null },
    ],
  };
}

export const behind: { items: BehindRow[]; next: null } = {
  items: [
    {
      id: 'e-1',
      number: 'YJ-150523-20261118-0041',
      unit: '开鲁镇派出所',
      receivedAt: ago(4_000),
      source: '省反诈中心',
      level: 0,
      scamType: 'fake-loan',
      state: 'closed',
      reachedAt: ago(3_996),
      reachedBy: 'phone',
      falseAlarm: false,
      savedCents: 0,
      lostCents: 480_000,
    },
  ],
  next: null,
};

export const comparisons: ComparisonPage = {
  days: 90,
  fewest: 30,
  items: [
    {
      what: 'hour',
      measure: 'reached',
      groups: [
        { key: '09', of: 412, percent: 71, low: 66, high: 75, verdict: 'better' },
        { key: '21', of: 380, percent: 52, low: 47, high: 57, verdict: 'worse' },
        { key: '03', of: null, percent: null, low: null, high: null, verdict: 'not-enough' },
      ],
    },
    { what: 'script', measure: 'believed', groups: [{ key: 'fake-loan/2', of: 120, percent: 60, low: 51, high: 68, verdict: 'not-enough' }] },
    { what: 'channel', measure: 'saved', groups: [] },
  ],
};
