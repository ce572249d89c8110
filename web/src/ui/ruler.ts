const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How far the ruler reaches: two days back, thirty days ahead. */
const back = 2 * day;
const ahead = 30 * day;

const left = Math.log1p(back / minute);
const right = Math.log1p(ahead / minute);

/** Where "now" stands on the ruler, 0 to 1. */
export const nowShare = left / (left + right);

/** The place of a moment on the symmetric logarithmic ruler, 0 to 1; what is farther than the ends stands at the end. */
export function shareOf(at: number, now: number): number {
  const delta = Math.min(ahead, Math.max(-back, at - now));
  const scaled = Math.sign(delta) * Math.log1p(Math.abs(delta) / minute);
  return (left + scaled) / (left + right);
}

/** The marks in the head of the ruler. */
export const marks = [
  { key: '2d', delta: -2 * day },
  { key: '4h', delta: -4 * hour },
  { key: '30m', delta: -30 * minute },
  { key: '5m', delta: -5 * minute },
  { key: '5m', delta: 5 * minute },
  { key: '30m', delta: 30 * minute },
  { key: '4h', delta: 4 * hour },
  { key: '1d', delta: day },
  { key: '7d', delta: 7 * day },
  { key: '30d', delta: 30 * day },
] as const;
