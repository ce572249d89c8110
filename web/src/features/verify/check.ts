export type Answer =
  | { kind: 'genuine'; unitName: string; staffNumberTail: string; at: string }
  | { kind: 'false'; triesLeft: number }
  | { kind: 'busy' }
  | { kind: 'cut' };

/** Asks whether the caller is genuine. The code travels in the body only, never in an address. */
export async function checkCaller(code: string, lastFour: string, language: string): Promise<Answer> {
  try {
    const response = await fetch('/api/public/verify', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'Accept-Language': language, 'X-Lianxin': '1' },
      body: JSON.stringify({ code, lastFour }),
    });
    if (response.status === 429) return { kind: 'busy' };
    if (!response.ok) return { kind: 'cut' };
    const body = (await response.json()) as { genuine: boolean; unitName?: string; staffNumberTail?: string; at?: string; triesLeft?: number };
    if (!body.genuine) return { kind: 'false', triesLeft: body.triesLeft ?? 0 };
    return { kind: 'genuine', unitName: body.unitName ?? '', staffNumberTail: body.staffNumberTail ?? '', at: body.at ?? new Date().toISOString() };
  } catch {
    return { kind: 'cut' };
  }
}
