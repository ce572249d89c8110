import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { signOut, useMe } from '../../api/session';
import type { Order } from '../../api/types';
import { paths } from '../../paths';
import { readClock } from '../../ui/clock';
import { durationOf, timeOf, withoutProvince } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { useLanguage } from '../../ui/language';
import { useNow } from '../../ui/ticker';
import { useJustEnded, useMyOrders } from './data';
import { clockOf, FieldFrame } from './FieldFrame';
import { forget, useOutbox, writeDown, type Mutation } from './outbox';

const kinds = ['call', 'visit', 'alarm', 'route', 'search', 'call-others', 'family', 'work-unit', 'village-committee', 'bank-notice', 'take-over', 'follow-up', 'stop-payment'] as const;

export function kindKey(kind: string): (typeof kinds)[number] | 'other' {
  return kinds.find((each) => each === kind) ?? 'other';
}

/** Life and money in motion, then what nobody has signed for, then the rest by deadline. */
function weight(order: Order): number {
  if (order.urgency === 'LIFE' || order.urgency === 'MONEY_IN_MOTION') return 0;
  return order.state === 'issued' && !order.signedAt ? 1 : 2;
}

/** The most urgent first; what nobody has signed for stays on top with its age and what happens next. */
export function OrderListPage() {
  const { t } = useTranslation('field');
  const queries = useQueryClient();
  const me = useMe();
  const found = useMyOrders();
  const outbox = useOutbox();
  const ended = useJustEnded().data ?? [];
  const orders = [...(found.data?.value ?? [])].sort((a, b) => weight(a) - weight(b) || Date.parse(a.dueAt) - Date.parse(b.dueAt));
  return (
    <FieldFrame
      title={t('list.title', { count: orders.length })}
      listAt={found.data?.at}
      stale={found.data?.stale ?? found.isError}
      tool={
        <button type="button" className="f-tool" onClick={() => void forget().then(() => signOut(queries))}>
          {t('out')}
        </button>
      }
      mainKey={
        <button type="button" className="f-key plain" onClick={() => void found.refetch()}>
          {t('list.refresh')}
        </button>
      }
    >
      <p className="f-unit">
        {me.data?.unit.name} · {me.data?.name}
      </p>
      {ended.map((order) => (
        <div key={order.id} className="f-card" role="status">
          <Link className="f-open" to={paths.fieldOrder(order.id)}>
            <span className="f-title" lang="zh-CN">
              <b>{order.title}</b>
              <small>{order.ended?.words}</small>
            </span>
          </Link>
        </div>
      ))}
      {found.isPending && <p className="f-quiet">{t('list.waiting')}</p>}
      {found.data && orders.length === 0 && (
        <div className="f-card">
          <b>{t('list.empty')}</b>
          <p>{t('list.emptyWhy')}</p>
        </div>
      )}
      {orders.map((order) => (
        <OrderCard key={order.id} order={order} waiting={outbox.find((each) => each.orderId === order.id && each.name === 'sign' && each.state !== 'returned')} />
      ))}
    </FieldFrame>
  );
}

function OrderCard({ order, waiting }: { order: Order; waiting: Mutation | undefined }) {
  const { t } = useTranslation('field');
  const now = useNow();
  const language = useLanguage();
  const facts = clockOf(order);
  const reading = readClock(facts, now);
  const unsigned = order.state === 'issued' && !order.signedAt && !waiting;
  const next = order.ladder.find((step) => step.state === 'ahead');
  const urgent = order.urgency === 'LIFE' || order.urgency === 'MONEY_IN_MOTION';
  const sign = order.actions.find((action) => action.name === 'sign');
  return (
    <article className={urgent ? 'f-card urgent' : 'f-card'}>
      <div className="f-flags">
        {urgent && <span className="f-flag red">{order.urgency === 'LIFE' ? t('list.life') : t('list.moving')}</span>}
        {unsigned && <span className="f-flag ink">{t('list.unsignedFor', { duration: durationOf(now - Date.parse(order.issuedAt), language) })}</span>}
        <span className="sp" />
        <span className="f-kind">{t(`kind.${kindKey(order.kind)}`)}</span>
      </div>
      <Link className="f-open" to={paths.fieldOrder(order.id)}>
        <span className={`f-figure ${reading.state}`}>
          <span>{reading.state === 'overdue' ? t('list.over') : t('list.left')}</span> <b className="num">{durationOf(reading.millis, language)}</b>
        </span>
        <span className="f-title">
          <b>{order.title}</b>
          <small>{order.detail ? withoutProvince(order.detail) : t('list.from', { unit: order.from.unitName })}</small>
        </span>
      </Link>
      <progress className={urgent ? 'f-fuse red' : 'f-fuse'} aria-label={t('list.left')} value={Math.round(reading.burnt * 100)} max={100} />
      <p className="f-ends">
        <span>{t('list.started', { time: timeOf(order.issuedAt) })}</span>
        <span>{next ? t('list.then', { time: timeOf(next.at), what: next.tells }) : t('list.noThen', { time: timeOf(order.dueAt) })}</span>
      </p>
      {unsigned && sign && (
        <button type="button" className="f-key main" aria-disabled={!sign.open || undefined} onClick={() => sign.open && void writeDown('sign', order.title, `/api/order/orders/${order.id}/sign`, {}, order.id)}>
          {t('list.sign')}
        </button>
      )}
      {unsigned && sign && !sign.open && <p className="f-quiet">{sign.reason}</p>}
      {waiting && waiting.state !== 'received' && (
        <p className="f-row">
          <Icon name="device" /> {t('signedOffline')}
        </p>
      )}
    </article>
  );
}
