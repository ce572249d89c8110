import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call } from '../../api/client';
import { useEpisodeCounts } from '../../api/counts';
import { useMe } from '../../api/session';
import type { EpisodeCounts, EpisodeRow } from '../../api/types';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { EquationLine } from '../../ui/Equation';
import { Failed } from '../../ui/States';
import { PageFrame } from '../../ui/PageFrame';
import { useKeys } from '../../ui/useKeys';
import { takeNext, useEpisode, useQueue, type QueueFilter, type QueueView } from './api';
import { ExportButton } from './ExportButton';
import { HonestDot } from './HonestDot';
import { QueueFilters } from './QueueFilters';
import { QueueTable } from './QueueTable';
import { WhyPanel } from './WhyPanel';
import './warning.css';

const views: { view: QueueView; count: 'mine' | 'centre' | 'followUp' | 'exceptions' | 'closed' }[] = [
  { view: 'mine', count: 'mine' },
  { view: 'centre', count: 'centre' },
  { view: 'follow-up', count: 'followUp' },
  { view: 'exceptions', count: 'exceptions' },
  { view: 'closed', count: 'closed' },
];

/** The clerk's queue. The address carries the view, the filters and the selected row. */
export function QueuePage() {
  const { t } = useTranslation('warning');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [address, setAddress] = useSearchParams();
  const [refused, setRefused] = useState<string>();
  const filter: QueueFilter = {
    view: views.find((each) => each.view === address.get('view'))?.view ?? 'mine',
    county: address.get('county') ?? '',
    scamType: address.get('type') ?? '',
    level: address.get('level') ?? '',
    state: address.get('state') ?? '',
    q: address.get('q') ?? '',
  };
  const queue = useQueue(filter);
  const counts = useEpisodeCounts();
  const me = useMe();
  const rows = pinnedFirst(queue.data?.pages.flatMap((page) => page.items) ?? []);
  const at = Math.max(0, rows.findIndex((row) => row.id === address.get('row')));
  const selected = rows[at];
  const episode = useEpisode(selected?.id);

  const set = (changes: Record<string, string>) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  const select = (row: EpisodeRow | undefined) => row && set({ row: row.id });
  const open = (row: EpisodeRow | undefined) => row && void navigate(paths.episode(row.id));
  const take = async () => {
    setRefused(undefined);
    try {
      const taken = await takeNext(['call', 'visit']);
      await queries.invalidateQueries({ queryKey: ['episode'] });
      if (taken?.order) void navigate(paths.episode(taken.order.subject.id));
      else setRefused(t('queue.nothingToTake'));
    } catch (error) {
      setRefused(error instanceof Error && error.message ? error.message : t('queue.takeFailed'));
    }
  };
  const remind = async (orderId: string) => {
    try {
      await call(`/api/order/orders/${orderId}/remind`, { method: 'POST' });
      setRefused(undefined);
    } catch (error) {
      setRefused(error instanceof Error ? error.message : '');
    }
  };
  const down = () => select(rows[Math.min(at + 1, rows.length - 1)]);
  const up = () => select(rows[Math.max(at - 1, 0)]);
  const shown = episode.data?.id === selected?.id ? episode.data : undefined;
  const remindable = shown?.orders.find((order) => !order.signedAt && order.state === 'issued' && order.actions.some((action) => action.name === 'remind' && action.open));
  const imports = me.data?.roles.includes('WARNING_CLERK') ?? false;
  useKeys({
    ArrowDown: down,
    j: down,
    ArrowUp: up,
    k: up,
    c: () => remindable && void remind(remindable.id),
    Enter: () => open(selected),
    Space: () => void take(),
    d: () => imports && void navigate(paths.imports),
  });
  return (
    <PageFrame
      title={t('queue.title')}
      tabs={
        <nav className="tabs" aria-label={t('queue.views')}>
          {views.map((each) => (
            <Link key={each.view} className="tab" to={`${paths.queue}?view=${each.view}`} aria-current={each.view === filter.view ? 'page' : undefined}>
              {t(`queue.view.${each.count}`)} {each.count !== 'closed' && <b className="num">{counts.data?.[each.count] ?? ''}</b>}
            </Link>
          ))}
        </nav>
      }
      actions={
        <>
          <ExportButton filter={filter} />
          {imports && (
            <Button icon="upload" keyCap="D" onClick={() => void navigate(paths.imports)}>
              {t('queue.import')}
            </Button>
          )}
          <Button kind="primary" keyCap={t('space', { ns: 'ui' })} onClick={() => void take()}>
            {t('queue.take')}
          </Button>
        </>
      }
      filters={<QueueFilters filter={filter} onChange={set} />}
      keys={[
        { keys: ['J', 'K'], word: t('keys.choose') },
        { keys: ['Enter'], word: t('keys.open') },
        { keys: [t('space', { ns: 'ui' })], word: t('keys.take') },
        { keys: ['C'], word: t('panel.remind') },
        ...(imports ? [{ keys: ['D'], word: t('keys.import') }] : []),
        { keys: ['/'], word: t('keys.command') },
        { keys: ['?'], word: t('keys.all') },
      ]}
      honesty={
        <>
          {counts.data?.signalsToday !== undefined && <TodayEquation counts={counts.data} />}
          <HonestDot />
        </>
      }
    >
      <div className="two-cols">
        <div className="card list-card">
          {refused && <Failed title={t('refused', { ns: 'ui' })}>{refused}</Failed>}
          <QueueTable
            rows={rows}
            selectedId={selected?.id}
            waiting={queue.isPending}
            failed={queue.isError ? queue.error : undefined}
            filtered={Boolean(filter.county || filter.scamType || filter.level || filter.state || filter.q)}
            view={filter.view}
            centre={counts.data?.centre ?? 0}
            onTake={() => void take()}
            onClear={() => set({ county: '', type: '', level: '', state: '', q: '' })}
            onSelect={select}
            onOpen={open}
            more={queue.hasNextPage ? () => void queue.fetchNextPage() : undefined}
          />
        </div>
        {selected && <WhyPanel row={selected} episode={shown} position={at + 1} onOpen={() => open(selected)} onRemind={(id) => void remind(id)} />}
      </div>
    </PageFrame>
  );
}

/** What nobody has signed for stands above everything else; otherwise the server's order stays. */
function pinnedFirst(rows: EpisodeRow[]): EpisodeRow[] {
  return [...rows.filter((row) => row.unsignedOrders > 0), ...rows.filter((row) => row.unsignedOrders === 0)];
}

function TodayEquation({ counts }: { counts: EpisodeCounts }) {
  const { t } = useTranslation('warning');
  return (
    <EquationLine
      whole={{ key: 'all', word: t('today.signals'), figure: counts.signalsToday ?? 0 }}
      parts={[
        { key: 'new', word: t('today.new'), figure: counts.newToday ?? 0 },
        { key: 'merged', word: t('today.merged'), figure: counts.mergedToday ?? 0 },
        ...(counts.historyToday ? [{ key: 'history', word: t('today.history'), figure: counts.historyToday }] : []),
        { key: 'rejected', word: t('today.rejected'), figure: counts.rejectedToday ?? 0 },
      ]}
    />
  );
}
