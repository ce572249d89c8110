import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FooterKeys, type PageKey } from './KeyCap';

interface PageFrameProps {
  title: ReactNode;
  tabs?: ReactNode;
  actions?: ReactNode;
  filters?: ReactNode;
  children: ReactNode;
  keys?: PageKey[];
  /** The honesty line at the right of the footer. */
  honesty?: ReactNode;
  /** The content scrolls as a whole instead of filling the height. */
  flowing?: boolean;
}

/** The anatomy of a desk page: head, filters, content, and the footer with its keys and its honesty line. */
export function PageFrame({ title, tabs, actions, filters, children, keys = [], honesty, flowing }: PageFrameProps) {
  const { t } = useTranslation('ui');
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="nw">{title}</h1>
        {tabs}
        <span className="sp" />
        {actions && <div className="row g12 wrap">{actions}</div>}
      </div>
      {filters && <div className="page-filters">{filters}</div>}
      <div className={flowing ? 'page-body flowing' : 'page-body'} tabIndex={flowing ? 0 : undefined} role={flowing ? 'group' : undefined} aria-label={flowing && typeof title === 'string' ? title : undefined}>
        {children}
      </div>
      {(keys.length > 0 || honesty) && (
        <footer className="page-foot">
          <FooterKeys keys={keys} label={t('keys')} />
          <span className="sp" />
          <span className="row g12 honesty">{honesty}</span>
        </footer>
      )}
    </div>
  );
}
