import { useSyncExternalStore } from 'react';

let offset = 0;
let shown = Math.floor(Date.now() / 1000) * 1000;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** The server's time, as far as this page knows it. */
export function serverNow(): number {
  return Date.now() + offset;
}

/** Every answer of the server corrects the clock of the page; the smaller the round trip, the better the correction. */
export function learnServerTime(serverTime: string | number, receivedAt: number = Date.now()): void {
  const at = typeof serverTime === 'number' ? serverTime : Date.parse(serverTime);
  if (Number.isNaN(at)) return;
  const learnt = at - receivedAt;
  if (Math.abs(learnt - offset) < 250) return;
  offset = learnt;
  show();
}

/** The current second. One timer for the whole page; every clock redraws together. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => shown);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    show();
    schedule();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
}

function show(): void {
  const second = Math.floor(serverNow() / 1000) * 1000;
  if (second === shown) return;
  shown = second;
  for (const listener of listeners) listener();
}

function schedule(): void {
  clearTimeout(timer);
  timer = setTimeout(
    () => {
      show();
      schedule();
    },
    1000 - (serverNow() % 1000) + 2,
  );
}
