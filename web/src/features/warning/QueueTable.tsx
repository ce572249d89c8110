import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EpisodeRow } from '../../api/types';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { PinnedBand } from '../../ui/PinnedBand';
import { Empty, Failed, Waiting } from '../../ui/States';
import { QueueRow } from './QueueRow';

interface QueueTableProps {
  rows: EpisodeRow[];
  selectedId: string | undefined;
  waiting: boolean;
  failed: Error | undefined;
  filtered: boolean;
  view: string;
  /** How many wait in the whole centre. */
  centre: number;
  onTake: () => void;
  onClear: () => void;
  onSelect: (row: EpisodeRow) => void;
  onOpen: (row: EpisodeRow) => void;
  more: (() => void) | undefined;
}

export function QueueTable({ rows, selectedId, waiting, failed, filtered, view, centre, onTake, onClear, onSelect, onOpen, more }: QueueTableProps) {
  const { t } = useTranslation('warning');
  if (waiting) return <Waiting rows={12} />;
  if (failed && rows.length === 0) return <Failed title={t('failed', { ns: 'ui' })}>{failed.message}</Failed>;
  if (rows.length === 0) return <NothingHere filtered={filtered} view={view} centre={centre} onTake={onTake} onClear={onClear} />;
  const pinned = rows.filter((row) => row.unsignedOrders > 0);
  const signed = rows.filter((row) => row.unsignedOrders === 0);
  const draw = (row: EpisodeRow) => <QueueRow key={row.id} row={row} selected={row.id === selectedId} onSelect={() => onSelect(row)} onOpen={() => onOpen(row)} />;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('queue.title')}>
      <table className="tbl queue">
        <thead>
          <tr>
            <th className="right score">{t('column.score')}</th>
            <th className="who">{t('column.person')}</th>
            <th className="kind">{t('column.kind')}</th>
            <th className="right amount">{t('column.amount')}</th>
            <th className="why">{t('column.why')}</th>
            <th className="ways">{view === 'closed' ? t('column.outcome') : t('column.ways')}</th>
            <th className="holder">{t('column.holder')}</th>
            <th className="due">{view === 'closed' ? t('column.closedAt') : t('column.due')}</th>
          </tr>
        </thead>
        {pinned.length > 0 && (
          <tbody>
            <tr className="band">
              <td colSpan={8}>
                <PinnedBand word={t('queue.unsigned')} count={pinned.length}>
                  {t('queue.unsignedWhy')}
                </PinnedBand>
              </td>
            </tr>
            {pinned.map(draw)}
          </tbody>
        )}
        <tbody>
          {pinned.length > 0 && signed.length > 0 && (
            <tr className="band plain">
              <td colSpan={8}>
                <b>{t('queue.others', { count: signed.length })}</b> {t('queue.othersWhy')}
              </td>
            </tr>
          )}
          {signed.map(draw)}
        </tbody>
      </table>
      {more && (
        <div className="row more">
          <Button small onClick={more}>
            {t('more', { ns: 'ui' })}
          </Button>
        </div>
      )}
    </div>
  );
}

function NothingHere({ filtered, view, centre, onTake, onClear }: Pick<QueueTableProps, 'filtered' | 'view' | 'centre' | 'onTake' | 'onClear'>) {
  const { t } = useTranslation('warning');
  if (filtered) {
    return (
      <div className="pad">
        <Empty
          title={t('empty.filtered')}
          step={
            <button type="button" className="linkish" onClick={onClear}>
              {t('empty.clear')}
            </button>
          }
        />
      </div>
    );
  }
  return (
    <div className="pad">
      <Empty
        title={view === 'mine' ? t('empty.mine') : view === 'closed' ? t('empty.closed') : t('empty.any')}
        step={
          view === 'mine' &&
          centre > 0 && (
            <span className="row g12 wrap">
              <Button kind="primary" keyCap={t('space', { ns: 'ui' })} onClick={onTake}>
                {t('queue.take')}
              </Button>
              <Link to={`${paths.queue}?view=centre`}>{t('empty.centre', { count: centre })}</Link>
            </span>
          )
        }
      >
        {t('empty.why')}
      </Empty>
    </div>
  );
}
