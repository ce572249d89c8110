import { useSyncExternalStore } from 'react';

export type ThemeName = 'day' | 'night';

const seat = 'lianxin.theme';
const listeners = new Set<() => void>();

export function themeNow(): ThemeName {
  return document.documentElement.dataset['theme'] === 'night' ? 'night' : 'day';
}

/** The theme belongs to the seat, not to the clock. */
export function startTheme(otherwise: ThemeName = 'day'): void {
  const asked = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem(seat) ?? otherwise;
  document.documentElement.dataset['theme'] = asked === 'night' ? 'night' : 'day';
}

export function chooseTheme(theme: ThemeName): void {
  localStorage.setItem(seat, theme);
  document.documentElement.dataset['theme'] = theme;
  for (const listener of listeners) listener();
}

export function useTheme(): ThemeName {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, themeNow);
}
