import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { learnServerTime, serverNow } from '../ui/ticker';

export interface LiveState {
  connected: boolean;
  /** When the last event or beat came, by the server's clock. */
  heardAt: number;
  cutSince: number | undefined;
}

let state: LiveState = { connected: false, heardAt: serverNow(), cutSince: undefined };
const listeners = new Set<() => void>();

export function useLive(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

const silence = 12_000;

/**
 * Listens to what changes and lets the page fetch it again. The events carry ids only. After a gap everything shown is
 * fetched again; nothing has to be replayed here.
 */
export function listen(queries: QueryClient): () => void {
  const pending = new Set<string>();
  let source: EventSource | undefined;
  let flush: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  let lastId = '';

  const changed = (topic: string) => {
    pending.add(topic);
    flush ??= setTimeout(() => {
      flush = undefined;
      for (const each of pending) void queries.invalidateQueries({ queryKey: [each] });
      pending.clear();
    }, 150);
  };
  const heard = () => {
    const wasCut = state.cutSince !== undefined;
    publish({ connected: true, heardAt: serverNow(), cutSince: undefined });
    if (wasCut) void queries.invalidateQueries();
  };
  const cut = () => {
    if (state.cutSince === undefined) publish({ ...state, connected: false, cutSince: serverNow() });
  };
  const open = () => {
    if (closed) return;
    source?.close();
    source = new EventSource(lastId ? `/api/live/events?lastEventId=${encodeURIComponent(lastId)}` : '/api/live/events');
    source.addEventListener('open', heard);
    source.addEventListener('beat', (event) => {
      heard();
      const beat = JSON.parse(String(event.data) || '{}') as { serverTime?: string };
      if (beat.serverTime) learnServerTime(beat.serverTime);
    });
    const onChange = (event: MessageEvent) => {
      heard();
      if (event.lastEventId) lastId = event.lastEventId;
      const change = JSON.parse(String(event.data)) as { topic?: string };
      if (change.topic === '*') void queries.invalidateQueries();
      else if (change.topic) changed(change.topic);
    };
    source.addEventListener('message', onChange);
    source.addEventListener('change', onChange);
    source.addEventListener('error', () => {
      cut();
      clearTimeout(again);
      if (source?.readyState === EventSource.CLOSED) void queries.invalidateQueries({ queryKey: ['me'] });
      again = setTimeout(() => source?.readyState === EventSource.CLOSED && open(), 3000);
    });
  };
  const watch = setInterval(() => {
    if (serverNow() - state.heardAt > silence) {
      cut();
      open();
      state = { ...state, heardAt: serverNow() };
    }
  }, 4000);
  open();
  return () => {
    closed = true;
    clearInterval(watch);
    clearTimeout(flush);
    clearTimeout(again);
    source?.close();
  };
}

function publish(next: LiveState): void {
  state = next;
  for (const listener of listeners) listener();
}
