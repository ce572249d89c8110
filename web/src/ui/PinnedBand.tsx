import type { ReactNode } from 'react';
import { Icon } from './Icon';

/** The band over what nobody has signed for. It cannot be collapsed or sorted away. */
export function PinnedBand({ word, count, children }: { word: string; count: number; children?: ReactNode }) {
  return (
    <div className="pinned">
      <Icon name="pin" small />
      <b>
        {word} {count}
      </b>
      <span>{children}</span>
    </div>
  );
}
