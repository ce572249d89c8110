import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { durationOf, timeWithSeconds } from './format';
import { useLanguage } from './language';
import { useNow } from './ticker';

interface StateProps {
  title: string;
  children?: ReactNode;
  /** The one useful step. */
  step?: ReactNode;
}

/** Nothing here: what is true, what was last, and the one useful step. */
export function Empty({ title, children, step }: StateProps) {
  return (
    <div className="state" role="status">
      <b className="title">{title}</b>
      {children && <div>{children}</div>}
      {step && <div>{step}</div>}
    </div>
  );
}

/** Something was not done: who was first, that nothing is lost, what to compare. */
export function Failed({ title, children, step }: StateProps) {
  return (
    <div className="state undecided" role="alert">
      <b className="title">{title}</b>
      {children && <div>{children}</div>}
      {step && <div>{step}</div>}
    </div>
  );
}

/** The line to the centre is cut: how old the page is, and what happens on return. */
export function CutOff({ since, shownAt }: { since: number; shownAt: number }) {
  const { t } = useTranslation('ui');
  const now = useNow();
  return (
    <div className="state undecided" role="status">
      <b className="title">{t('cutOff.title', { duration: durationOf(now - since, useLanguage()) })}</b>
      <div>{t('cutOff.shown', { time: timeWithSeconds(shownAt) })}</div>
      <div>{t('cutOff.return')}</div>
    </div>
  );
}

/** Waiting: the outline of the rows to come. Its word is for those who do not see the page. */
export function Waiting({ word, rows = 3 }: { word?: string; rows?: number }) {
  const { t } = useTranslation('ui');
  return (
    <div className="waiting" role="status">
      <span className="vh">{word ?? t('waiting')}</span>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className="skeleton" aria-hidden="true">
          <i />
          <i />
        </span>
      ))}
    </div>
  );
}
