import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { actionOf } from '../../api/actions';
import type { Action, Order, OrderAct } from '../../api/types';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { Clock } from '../../ui/Clock';
import { fullMomentOf, timeOf } from '../../ui/format';
import { PageFrame } from '../../ui/PageFrame';
import { ActionButton, WhyLine } from '../../ui/Refusal';
import { Ruler, RulerHead } from '../../ui/Ruler';
import { Failed, Waiting } from '../../ui/States';
import { useKeys } from '../../ui/useKeys';
import { actOn, useOrder } from './api';
import { endingOf, stateWord } from './BoardRow';
import { isLife, rulerOf } from './facts';
import { HandedOver, type Handed } from './HandedOver';
import { formActs, OrderDialog, type FormAct } from './OrderDialog';
import { OrderHistory } from './OrderHistory';
import { StopAccounts } from './StopAccounts';
import './order.css';

/** One order: what, to whom, by when, what happens at each step, what happened so far. */
export function OrderPage() {
  const { t } = useTranslation('order');
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const found = useOrder(id);
  const [form, setForm] = useState<FormAct>();
  const [handed, setHanded] = useState<Handed>();
  const [refused, setRefused] = useState<string>();
  const order = found.data;
  const act = async (name: OrderAct) => {
    const form = formActs.find((each) => each === name);
    if (form) return setForm(form);
    setRefused(undefined);
    try {
      await actOn(id, name);
      await queries.invalidateQueries({ queryKey: ['order'] });
    } catch (error) {
      setRefused(error instanceof Error ? error.message : '');
    }
  };
  const ifOpen = (name: OrderAct) => () => {
    const found = actionOf(order?.actions, name);
    if (found.offered && !found.closed) void act(name);
  };
  useKeys({ s: ifOpen('sign'), h: ifOpen('report'), y: ifOpen('extension'), t: ifOpen('return'), Backspace: () => void navigate(paths.orders), ArrowLeft: () => void navigate(paths.orders) });
  if (found.isPending) return <Waiting rows={8} />;
  if (!order) {
    return (
      <div className="pad">
        <Failed title={t('failed', { ns: 'ui' })}>{found.error?.message}</Failed>
      </div>
    );
  }
  const facts = rulerOf(order, endingOf(order, t));
  return (
    <PageFrame
      flowing
      title={
        <span className="row g12 wrap">
          {order.title}
          {isLife(order) && <Chip kind="life">{t(`urgency.${order.urgency}`)}</Chip>}
          <Chip kind={order.state === 'met' ? 'reached' : order.state === 'issued' ? 'undecided' : 'fact'}>{stateWord(order, t)}</Chip>
        </span>
      }
      actions={
        order.subject.module === 'warning' ? (
          <ActionButton onClick={() => void navigate(paths.episode(order.subject.id))} icon="warning">
            {t('act.subject')}
          </ActionButton>
        ) : undefined
      }
      keys={[
        { keys: ['S'], word: t('keys.sign') },
        { keys: ['H'], word: t('keys.report') },
        { keys: ['Y'], word: t('keys.extension') },
        { keys: ['T'], word: t('keys.return') },
        { keys: ['←'], word: t('page.back') },
      ]}
      honesty={t('panel.note')}
    >
      {handed && <HandedOver handed={handed} onDone={() => setHanded(undefined)} />}
      <div className="order-grid">
        <section className="card pad order-ruler" aria-label={t('page.clock')}>
          <RulerHead />
          <Ruler facts={facts} />
        </section>
        <section className="card pad">
          <h2>{t('page.about')}</h2>
          <Facts order={order} />
          <div className="order-acts">
            {known(order.actions)
              .filter((action) => action.open)
              .map((action, index) => (
                <Button key={action.name} kind={index === 0 ? 'primary' : 'default'} onClick={() => void act(action.name)}>
                  {t(`act.${action.name}`)}
                </Button>
              ))}
          </div>
          <ClosedActs actions={known(order.actions).filter((action) => !action.open && (action.name !== 'extension-decision' || order.asked))} />
          {refused && <Failed title={t('form.failed')}>{refused}</Failed>}
        </section>
        <StopAccounts order={order} />
        <section className="card pad">
          <h2>{t('page.ladder')}</h2>
          <Clock facts={facts} />
          {order.ladder.length === 0 && <p className="m t2">{t('page.noLadder')}</p>}
          <ol className="steps">
            {order.ladder.map((step) => (
              <li key={step.number} className={step.state}>
                <b className="num">{timeOf(step.at)}</b>
                <span>{t(step.when === 'unsigned' ? 'ahead.unsigned' : 'ahead.unmet', { tells: step.tells })}</span>
              </li>
            ))}
          </ol>
          <h2>{t('page.events')}</h2>
          <OrderHistory events={order.events ?? []} />
        </section>
      </div>
      {form && <OrderDialog order={order} act={form} onClose={() => setForm(undefined)} onHandedOver={(unit) => setHanded({ orderId: order.id, title: order.title, unit })} />}
    </PageFrame>
  );
}

const acts: OrderAct[] = ['sign', 'report', 'meet', 'extension-decision', 'extension', 'return', 'hand-over', 'remind', 'withdraw'];

function known(actions: Action<OrderAct>[]): Action<OrderAct>[] {
  return acts.flatMap((name) => actions.filter((action) => action.name === name));
}

/** What cannot be done now, together where the reason is the same, so that it is read once. */
function ClosedActs({ actions }: { actions: Action<OrderAct>[] }) {
  const { t } = useTranslation('order');
  const id = useId();
  const reasons = [...new Set(actions.map((action) => action.reason ?? ''))];
  return reasons.map((reason, index) => (
    <div key={reason} className="closed-acts">
      {actions
        .filter((action) => (action.reason ?? '') === reason)
        .map((action) => (
          <Button key={action.name} refusedBy={`${id}-${index}`}>
            {t(`act.${action.name}`)}
          </Button>
        ))}
      <WhyLine id={`${id}-${index}`}>{reason}</WhyLine>
    </div>
  ));
}

function Facts({ order }: { order: Order }) {
  const { t } = useTranslation('order');
  const rows: [string, string][] = [
    [t('page.number'), order.number],
    [t('page.detail'), order.detail ?? ''],
    [t('page.to'), [order.to.unitName, order.to.staffName].filter(Boolean).join(' · ')],
    [t('column.holder'), order.holder ?? ''],
    [t('page.from'), [order.from.unitName, order.from.staffName].filter(Boolean).join(' · ')],
    [t('page.issued'), fullMomentOf(order.issuedAt)],
    [t('page.signed'), order.signedAt ? fullMomentOf(order.signedAt) : ''],
    [t('page.due'), fullMomentOf(order.dueAt)],
    [t('page.met'), order.metAt ? fullMomentOf(order.metAt) : ''],
  ];
  return (
    <dl className="figures wide-figures">
      {rows
        .filter(([, value]) => value)
        .map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
