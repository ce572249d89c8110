import { grouped, yuan } from '../../ui/format';
import type { DefinedFigure, FigureValue, Reading } from './api';

/** A figure as it is read: its rate where it has one, its count otherwise. */
export function readAs(figure: DefinedFigure, reading: Reading): string {
  if (reading.rate !== null) return reading.rate.toFixed(1);
  return figure.measure === 'cents' ? yuan(reading.n) : grouped(reading.n);
}

/** Whether a rate is too early to give: too few warnings, or their number is hidden. */
export function lacksRate(figure: DefinedFigure, reading: Reading): boolean {
  return reading.rate === null && (figure.measure === 'share' || figure.measure === 'per-1000');
}

/** What a chart draws: the rate where the figure is one, otherwise the count. */
export function heightOf(figure: DefinedFigure, reading: Reading | undefined): number | undefined {
  if (!reading) return undefined;
  return figure.measure === 'share' || figure.measure === 'per-1000' ? (reading.rate ?? undefined) : reading.n;
}

/** The change against another month: in points of a rate, or in per cent of a count. */
export function changeOf(now: Reading | null, then: Reading | null): { by: number; percent: boolean } | undefined {
  if (!now || !then) return undefined;
  if (now.rate !== null && then.rate !== null) return { by: now.rate - then.rate, percent: false };
  if (now.rate !== null || then.rate !== null || then.n === 0) return undefined;
  return { by: (100 * (now.n - then.n)) / then.n, percent: true };
}

export function signedTenths(by: number): string {
  const text = Math.abs(by).toFixed(1);
  return by < 0 ? `−${text}` : `+${text}`;
}

export function isCorrected(value: FigureValue): boolean {
  return value.frozen !== null && value.now !== null && value.frozen.n !== value.now.n;
}

/** The month before or after in the list, whose latest is first. */
export function monthBeside(months: string[], month: string, step: 1 | -1): string | undefined {
  const at = months.indexOf(month);
  return at < 0 ? undefined : months[at + step];
}
