import type { ReactNode } from 'react';

export type ChipKind = 'fact' | 'reached' | 'undecided' | 'life' | 'overdue' | 'notyet';

export function Chip({ kind = 'fact', children, title }: { kind?: ChipKind; children: ReactNode; title?: string }) {
  return (
    <span className={kind === 'fact' ? 'chip' : `chip ${kind}`} title={title}>
      {children}
    </span>
  );
}

export interface Why {
  id: string;
  word: string;
  weight: number;
  life?: boolean | undefined;
}

/** The rules behind a rank, heaviest first; the last chip is the rest, so that the row adds up to the score. */
export function WhyChips({ rules, score, shown = 2, restWord }: { rules: Why[]; score: number; shown?: number; restWord: string }) {
  const heaviest = [...rules].sort((a, b) => Number(b.life ?? false) - Number(a.life ?? false) || b.weight - a.weight);
  const first = heaviest.slice(0, shown);
  const rest = score - first.reduce((sum, rule) => sum + rule.weight, 0);
  return (
    <span className="chips">
      {first.map((rule) => (
        <Chip key={rule.id} kind={rule.life ? 'life' : 'fact'} title={rule.id}>
          {rule.word} <b>{signed(rule.weight)}</b>
        </Chip>
      ))}
      {rest !== 0 && (
        <Chip kind="notyet">
          {restWord} <b>{signed(rest)}</b>
        </Chip>
      )}
    </span>
  );
}

export function signed(figure: number): string {
  return figure < 0 ? `−${-figure}` : `+${figure}`;
}
