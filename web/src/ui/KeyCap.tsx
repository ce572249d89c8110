import type { ReactNode } from 'react';

/** A key of the keyboard, shown where it works. Hidden from screen readers: the footer lists the keys in words. */
export function KeyCap({ children }: { children: ReactNode }) {
  return (
    <kbd className="kbd" aria-hidden="true">
      {children}
    </kbd>
  );
}

export interface PageKey {
  keys: string[];
  word: string;
}

/** The keys of the page, at the left of the footer. */
export function FooterKeys({ keys, label }: { keys: PageKey[]; label: string }) {
  return (
    <ul className="row g16" aria-label={label}>
      {keys.map((entry) => (
        <li key={entry.word} className="row g4 nw">
          {entry.keys.map((key) => (
            <kbd className="kbd" key={key}>
              {key}
            </kbd>
          ))}
          <span>{entry.word}</span>
        </li>
      ))}
    </ul>
  );
}
