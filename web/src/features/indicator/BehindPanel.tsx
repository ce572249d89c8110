import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { fullMomentOf, yuan } from '../../ui/format';
import { Empty, Failed, Waiting } from '../../ui/States';
import { useBehind, type Asked, type DefinedFigure } from './api';

/** The warnings behind a figure, as far as the reader may see them; nothing of a person until an episode is opened. */
export function BehindPanel({ asked, figure, onClose }: { asked: Asked; figure: DefinedFigure; onClose: () => void }) {
  const { t } = useTranslation('indicator');
  const found = useBehind(asked, figure.id);
  const panel = useRef<HTMLDivElement>(null);
  // It opens below all cards: whoever asked for it is taken there.
  useEffect(() => panel.current?.focus(), []);
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  const title = t('rowsOf', { figure: figure.name });
  return (
    <div className="card list-card behind" ref={panel} tabIndex={-1}>
      <div className="row g12 pad">
        <h2>{title}</h2>
        <span className="sp" />
        <Button small icon="close" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
      {found.isPending && <Waiting rows={4} />}
      {found.isError && <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>}
      {found.data && rows.length === 0 && (
        <div className="pad">
          <Empty title={t('rowsNone')} />
        </div>
      )}
      {rows.length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={title}>
          <table className="tbl stack">
            <thead>
              <tr>
                <th>{t('column.number')}</th>
                <th>{t('column.received')}</th>
                <th>{t('unit')}</th>
                <th>{t('source')}</th>
                <th>{t('column.reached')}</th>
                <th className="right">{t('column.saved')}</th>
                <th className="right">{t('column.lost')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Link className="mono" to={paths.episode(row.id)}>
                      {row.number}
                    </Link>
                  </td>
                  <td className="num">{fullMomentOf(row.receivedAt)}</td>
                  <td>{row.unit}</td>
                  <td>{row.source}</td>
                  <td className="num">{row.reachedAt ? fullMomentOf(row.reachedAt) : t('nothing')}</td>
                  <td className="right num" data-word={t('column.saved')}>
                    {yuan(row.savedCents)}
                  </td>
                  <td className="right num" data-word={t('column.lost')}>
                    {yuan(row.lostCents)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {found.hasNextPage && (
            <div className="pad">
              <Button small onClick={() => void found.fetchNextPage()}>
                {t('more', { ns: 'ui' })}
              </Button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}
