import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useMe } from '../../api/session';
import type { Order } from '../../api/types';
import { paths } from '../../paths';
import type { ClockFacts } from '../../ui/clock';
import { readClock } from '../../ui/clock';
import { durationOf, timeOf } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { useLanguage } from '../../ui/language';
import { useNow } from '../../ui/ticker';
import { HelpKey } from './HelpKey';
import { sendAll, useOutbox } from './outbox';

interface FieldFrameProps {
  title: string;
  back?: string;
  order?: Order | undefined;
  /** When the list was loaded, and whether the line is gone. */
  listAt?: number | undefined;
  stale?: boolean;
  tabs?: ReactNode;
  mainKey?: ReactNode;
  tool?: ReactNode;
  children: ReactNode;
}

/** The same frame on every field screen: title bar, upload strip, tabs, content, foot with the help key. */
export function FieldFrame({ title, back, order, listAt, stale, tabs, mainKey, tool, children }: FieldFrameProps) {
  const { t } = useTranslation('field');
  const queries = useQueryClient();
  const me = useMe();
  useEffect(() => {
    const again = () => void sendAll().then(() => queries.invalidateQueries({ queryKey: ['order'] }));
    again();
    const timer = setInterval(again, 10_000);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [queries]);
  return (
    <div className="field-page">
      <header className="f-bar">
        {back && (
          <Link className="f-back" to={back} aria-label={t('back')}>
            <Icon name="back" />
          </Link>
        )}
        <h1>{title}</h1>
        {me.data?.demo && <span className="demo-mark">{t('demo')}</span>}
        {tool}
        {order && <BarClock order={order} />}
      </header>
      <Strip listAt={listAt} stale={stale ?? false} />
      {tabs}
      <main className="f-content" tabIndex={-1}>
        {children}
      </main>
      <footer className="f-foot">
        <HelpKey order={order} />
        <div className="f-main">{mainKey}</div>
      </footer>
    </div>
  );
}

export function clockOf(order: Order): ClockFacts {
  const next = order.ladder.find((step) => step.state === 'ahead');
  return {
    startedAt: order.issuedAt,
    dueAt: order.overdueSince ?? (order.signedAt ? order.dueAt : (next?.at ?? order.dueAt)),
    ending: next?.tells ?? '',
    life: order.urgency === 'LIFE' || order.urgency === 'MONEY_IN_MOTION',
    metAt: order.metAt ?? undefined,
  };
}

function BarClock({ order }: { order: Order }) {
  const { t } = useTranslation('field');
  const now = useNow();
  const language = useLanguage();
  const facts = clockOf(order);
  const reading = readClock(facts, now);
  const word = reading.state === 'overdue' ? t('list.over') : reading.state === 'met' ? '✓' : t('list.left');
  return (
    <span className={`f-clock ${reading.state}`}>
      <b className="num">
        {word} {durationOf(reading.millis, language)}
      </b>
      <small>{t('list.until', { time: timeOf(facts.dueAt) })}</small>
    </span>
  );
}

/** Line 1 says what is true now and how old the list is; line 2 counts the records in their three places. */
function Strip({ listAt, stale }: { listAt: number | undefined; stale: boolean }) {
  const { t } = useTranslation('field');
  const navigate = useNavigate();
  const now = useNow();
  const language = useLanguage();
  const all = useOutbox();
  const count = (state: string) => all.filter((each) => each.state === state).length;
  const [stored, sending, received, returned] = [count('stored'), count('sending'), count('received'), count('returned')];
  const last = all.find((each) => each.state === 'received');
  const first = returned > 0
    ? t('strip.returned', { count: returned })
    : stale
      ? t('strip.cut', { time: timeOf(listAt ?? now), age: durationOf(now - (listAt ?? now), language) })
      : sending > 0
        ? t('strip.sending', { at: 1, of: sending + stored })
        : last?.receipt
          ? t('strip.received', { number: last.receipt })
          : listAt
            ? t('strip.fresh', { time: timeOf(listAt) })
            : t('list.waiting');
  return (
    <button type="button" className="f-strip" onClick={() => void navigate(paths.fieldOutbox)}>
      <span className={stale || returned > 0 ? 'f-strip-1 cut' : 'f-strip-1'}>
        <Icon name={returned > 0 ? 'close' : stale ? 'close' : sending > 0 ? 'upload' : 'check'} small />
        <span className="grow cut">{first}</span>
        <Icon name="next" small />
        <span className="vh">{t('strip.open')}</span>
      </span>
      <span className="f-strip-2">
        <span className={stored > 0 ? 'on' : ''}>
          <Icon name="device" small />
          {t('strip.stored', { count: stored })}
        </span>
        <span className={sending > 0 ? 'on' : ''}>
          <Icon name="upload" small />
          {t('strip.upload', { count: sending })}
        </span>
        <span>
          <Icon name="check" small />
          {t('strip.done', { count: received })}
        </span>
      </span>
    </button>
  );
}
