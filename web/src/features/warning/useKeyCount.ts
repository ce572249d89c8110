import { useEffect, useState } from 'react';

const alone = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock']);

/** How many keys were pressed since the page was opened, free text apart: the budget of a routine warning. */
export function useKeyCount(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const writing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (!event.repeat && !alone.has(event.key) && (!writing || event.key === 'Enter')) setCount((before) => before + 1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return count;
}
