export const dayMillis = 86_400_000;
const zoneMillis = 8 * 3_600_000;

/** The Monday 00:00 (in the unit's zone) of the week of a moment, some weeks further on. */
export function mondayOf(at: number, weeks: number): number {
  const midnight = Math.floor((at + zoneMillis) / dayMillis) * dayMillis;
  const sinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
  return midnight - sinceMonday * dayMillis - zoneMillis + weeks * 7 * dayMillis;
}
