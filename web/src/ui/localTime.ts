const zoneMillis = 8 * 3_600_000;

/** A moment as people write it in the unit's zone: 2026-11-22T14:31. */
export function localMinute(at: number): string {
  return new Date(at + zoneMillis).toISOString().slice(0, 16);
}

/** The moment of what people wrote in the unit's zone, to the minute or to the second. */
export function instantOf(local: string): string {
  return new Date(`${local.length === 16 ? `${local}:00` : local}+08:00`).toISOString();
}
