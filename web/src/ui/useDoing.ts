import { useState } from 'react';

interface Doing {
  busy: boolean;
  /** The sentence of the last refusal; gone with the next attempt. */
  refused: string | undefined;
  /** Does one thing at a time; true when it was done. */
  run: (act: () => Promise<unknown>) => Promise<boolean>;
}

/** One act under way: busy meanwhile, and what was said when it was refused. */
export function useDoing(): Doing {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const run = async (act: () => Promise<unknown>) => {
    if (busy) return false;
    setBusy(true);
    setRefused(undefined);
    try {
      await act();
      return true;
    } catch (error) {
      setRefused(error instanceof Error ? error.message : '');
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, refused, run };
}
