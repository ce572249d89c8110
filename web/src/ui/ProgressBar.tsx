import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { grouped } from './format';

interface ProgressBarProps {
  word: string;
  done: number;
  whole: number;
  unit: string;
  perSecond?: number | undefined;
  secondsLeft?: number | undefined;
  children?: ReactNode;
}

/** Anything over a second: how many of how many, how fast, how long still. */
export function ProgressBar({ word, done, whole, unit, perSecond, secondsLeft, children }: ProgressBarProps) {
  const { t } = useTranslation('ui');
  const share = whole === 0 ? 0 : Math.floor((done / whole) * 100);
  return (
    <div className="prog">
      <div className="head">
        <b>{word}</b>
        <span className="num">
          {grouped(done)} / {grouped(whole)} {unit}
        </span>
        {perSecond !== undefined && perSecond > 0 && <span className="s t2">{t('progress.rate', { rate: grouped(Math.round(perSecond)), unit })}</span>}
        <span className="sp" />
        <b className="num">{share} %</b>
        {secondsLeft !== undefined && <span className="m t2">{t('progress.left', { seconds: Math.max(1, Math.round(secondsLeft)) })}</span>}
      </div>
      <progress aria-label={word} value={done} max={Math.max(whole, 1)} />
      {children && <div className="s t2">{children}</div>}
    </div>
  );
}
