import { useEffect, useRef } from 'react';

export type KeyMap = Record<string, ((event: KeyboardEvent) => void) | undefined>;

const prefix = 'g';
const patience = 1500;
let prefixAt = 0;
const names = new WeakMap<KeyboardEvent, string>();

/** The name of a key: Space, ArrowUp, s, Alt+z; and "g s" for S shortly after G. Named once, whoever listens. */
function nameOf(event: KeyboardEvent, target: HTMLElement): string {
  const known = names.get(event);
  if (known !== undefined) return known;
  const plain = (event.altKey ? 'Alt+' : '') + keyName(event);
  const follows = Date.now() - prefixAt < patience;
  prefixAt = !follows && plain === prefix && !isWriting(target) ? Date.now() : 0;
  const name = follows ? `${prefix} ${plain}` : plain;
  names.set(event, name);
  return name;
}

/** The page's keys. Single letters act only outside text fields and dialogs; Esc leaves a field; browser keys are never taken. */
export function useKeys(map: KeyMap, inDialog = false): void {
  const latest = useRef(map);
  useEffect(() => {
    latest.current = map;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.metaKey || event.ctrlKey) return;
      if (!inDialog && document.querySelector('dialog[open]')) return;
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      if (isWriting(target)) {
        if (event.key === 'Escape') target.blur();
        return;
      }
      const name = nameOf(event, target);
      const act = latest.current[name];
      if (!act || (actsItself(target) && (name === 'Enter' || name === 'Space'))) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [inDialog]);
}

function keyName(event: KeyboardEvent): string {
  if (event.key === ' ') return 'Space';
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

function isWriting(target: HTMLElement): boolean {
  return target.matches('input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea, select, [contenteditable=true]');
}

function actsItself(target: HTMLElement): boolean {
  return target.closest('button, a, summary, [role=button], [role=tab]') !== null;
}
