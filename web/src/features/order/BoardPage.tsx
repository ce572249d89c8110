import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { actionOf } from '../../api/actions';
import { useOrderCounts } from '../../api/counts';
import { useMe } from '../../api/session';
import type { Order } from '../../api/types';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { PageFrame } from '../../ui/PageFrame';
import { PinnedBand } from '../../ui/PinnedBand';
import { RulerHead } from '../../ui/Ruler';
import { Empty, Failed, Waiting } from '../../ui/States';
import { useKeys } from '../../ui/useKeys';
import { useBoard, useInbox, type InboxState } from './api';
import { BoardPanel } from './BoardPanel';
import { BoardRow } from './BoardRow';
import { HandedOver, type Handed } from './HandedOver';
import { IssueDialog } from './IssueDialog';
import { OrderDialog, type FormAct } from './OrderDialog';
import { actOn } from './api';
import { isUnsigned } from './facts';
import './order.css';

const tabs: { state: InboxState; word: 'open' | 'issued' | 'done' | 'exceptions'; count: 'open' | 'issued' | 'doneToday' | 'exceptions' }[] = [
  { state: 'open', word: 'open', count: 'open' },
  { state: 'issued-by', word: 'issued', count: 'issued' },
  { state: 'done-today', word: 'done', count: 'doneToday' },
  { state: 'exceptions', word: 'exceptions', count: 'exceptions' },
];

const issuers = ['WARNING_CLERK', 'DISPATCHER', 'UNIT_HEAD'];

/** Every order of the unit on one ruler, all sharing one "now" line. */
export function BoardPage() {
  const { t } = useTranslation('order');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [address, setAddress] = useSearchParams();
  const [form, setForm] = useState<{ order: Order; act: FormAct }>();
  const [refused, setRefused] = useState<string>();
  const [handed, setHanded] = useState<Handed>();
  const [issuing, setIssuing] = useState(false);
  const me = useMe();
  const mayIssue = (me.data?.roles ?? []).some((role) => issuers.includes(role));
  const state = tabs.find((tab) => tab.state === address.get('view'))?.state ?? 'open';
  const inbox = useInbox(state);
  const board = useBoard();
  const counts = useOrderCounts();
  const all = inbox.data?.pages.flatMap((page) => page.items) ?? [];
  const unsigned = state === 'open' ? all.filter(isUnsigned) : [];
  const others = all.filter((order) => !unsigned.includes(order));
  const orders = [...unsigned, ...others];
  const at = Math.max(0, orders.findIndex((order) => order.id === address.get('order')));
  const selected = orders[at];
  const select = (order: Order | undefined) =>
    order &&
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('order', order.id);
        return next;
      },
      { replace: true },
    );
  const sign = async (order: Order | undefined) => {
    if (!order) return;
    setRefused(undefined);
    try {
      await actOn(order.id, 'sign');
      await queries.invalidateQueries({ queryKey: ['order'] });
    } catch (error) {
      setRefused(error instanceof Error ? error.message : '');
    }
  };
  const ask = (act: FormAct) => () => {
    const allowed = actionOf(selected?.actions, act);
    if (selected && allowed.offered && !allowed.closed) setForm({ order: selected, act });
  };
  const down = () => select(orders[Math.min(at + 1, orders.length - 1)]);
  const up = () => select(orders[Math.max(at - 1, 0)]);
  useKeys({
    ArrowDown: down,
    j: down,
    ArrowUp: up,
    k: up,
    n: () => mayIssue && setIssuing(true),
    Enter: () => selected && void navigate(paths.order(selected.id)),
    s: () => void sign(selected),
    h: ask('report'),
    y: ask('extension'),
    t: ask('return'),
  });
  const draw = (order: Order) => (
    <BoardRow key={order.id} order={order} selected={order.id === selected?.id} onSelect={() => select(order)} onSign={() => void sign(order)} onForm={(act) => setForm({ order, act })} />
  );
  return (
    <PageFrame
      title={t('title')}
      tabs={
        <nav className="tabs" aria-label={t('views')}>
          {tabs.map((tab) => (
            <Link key={tab.state} className="tab" to={`${paths.orders}?view=${tab.state}`} aria-current={tab.state === state ? 'page' : undefined}>
              {t(`tabs.${tab.word}`)} <b className="num">{counts.data?.[tab.count] ?? ''}</b>
            </Link>
          ))}
        </nav>
      }
      actions={
        mayIssue && (
          <Button icon="pen" keyCap="N" onClick={() => setIssuing(true)}>
            {t('issue.open')}
          </Button>
        )
      }
      keys={[
        { keys: ['J', 'K'], word: t('keys.choose') },
        { keys: ['Enter'], word: t('keys.open') },
        { keys: ['S'], word: t('keys.sign') },
        { keys: ['H'], word: t('keys.report') },
        { keys: ['Y'], word: t('keys.extension') },
        { keys: ['T'], word: t('keys.return') },
      ]}
      honesty={
        <>
          <i className="live-dot" />
          {t('panel.note')}
        </>
      }
    >
      <div className="two-cols board-cols">
        <div className="card list-card">
          {refused && <Failed title={t('form.failed')}>{refused}</Failed>}
          {handed && <HandedOver handed={handed} onDone={() => setHanded(undefined)} />}
          {inbox.isPending && <Waiting rows={10} />}
          {inbox.isError && orders.length === 0 && <Failed title={t('failed', { ns: 'ui' })}>{inbox.error.message}</Failed>}
          {inbox.data && orders.length === 0 && (
            <div className="pad">
              <Empty title={t('empty.title')}>{t('empty.why')}</Empty>
            </div>
          )}
          {orders.length > 0 && (
            <div className="scroll" tabIndex={0} role="region" aria-label={t('title')}>
              <table className="tbl board">
                <thead>
                  <tr>
                    <th className="b-order">{t('column.order')}</th>
                    <th className="b-holder">{t('column.holder')}</th>
                    <th className="b-ruler">
                      <span className="vh">{t('column.ruler')}</span>
                      <RulerHead />
                    </th>
                    <th className="b-act">
                      <span className="vh">{t('act.open')}</span>
                    </th>
                  </tr>
                </thead>
                {unsigned.length > 0 && (
                  <tbody>
                    <tr className="band">
                      <td colSpan={4}>
                        <PinnedBand word={t('unsigned')} count={unsigned.length}>
                          {t('unsignedWhy')}
                        </PinnedBand>
                      </td>
                    </tr>
                    {unsigned.map(draw)}
                  </tbody>
                )}
                <tbody>
                  {unsigned.length > 0 && others.length > 0 && (
                    <tr className="band plain">
                      <td colSpan={4}>
                        <b>
                          {t('open')} {others.length}
                        </b>{' '}
                        {t('openWhy')}
                      </td>
                    </tr>
                  )}
                  {others.map(draw)}
                </tbody>
              </table>
              {inbox.hasNextPage && (
                <div className="row more">
                  <Button small onClick={() => void inbox.fetchNextPage()}>
                    {t('more', { ns: 'ui' })}
                  </Button>
                </div>
              )}
            </div>
          )}
        </div>
        <BoardPanel board={board.data} />
      </div>
      {issuing && <IssueDialog onClose={() => setIssuing(false)} />}
      {form && (
        <OrderDialog
          order={form.order}
          act={form.act}
          onClose={() => setForm(undefined)}
          onHandedOver={(unit) => setHanded({ orderId: form.order.id, title: form.order.title, unit })}
        />
      )}
    </PageFrame>
  );
}
