import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Episode, OpenedEpisode, Order } from '../../api/types';
import { timeOf, withoutProvince, yuan } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { dial } from './data';
import { kindKey } from './OrderListPage';
import { writeDown } from './outbox';

interface WhoTabProps {
  order: Order;
  episode: Episode | undefined;
  opened: { content: OpenedEpisode; at: number } | undefined;
  signed: boolean;
  refused: string | undefined;
}

/** Closed first: what one needs to find the person, nothing that names them. The order gives the purpose. */
export function WhoTab({ order, episode, opened, signed, refused }: WhoTabProps) {
  const { t } = useTranslation('field');
  return (
    <>
      {opened ? <OpenCards order={order} opened={opened} /> : <ClosedCards order={order} episode={episode} signed={signed} />}
      {refused && (
        <div className="f-card" role="alert">
          <b>{t('who.openFailed')}</b>
          <p>{refused}</p>
        </div>
      )}
      <div className="f-card">
        <b>{t('who.clock')}</b>
        <p>{t('who.rule', { start: timeOf(order.issuedAt), end: timeOf(order.dueAt) })}</p>
        {order.ladder
          .filter((step) => step.state === 'ahead')
          .map((step) => (
            <p key={step.number}>
              {timeOf(step.at)} {t('who.then', { what: step.tells })}
            </p>
          ))}
      </div>
      <Report order={order} />
    </>
  );
}

function ClosedCards({ order, episode, signed }: { order: Order; episode: Episode | undefined; signed: boolean }) {
  const { t } = useTranslation('field');
  const amount = episode?.amountCents;
  const facts: [string, string][] = [
    [t('who.phone'), episode?.phoneMasked ?? t('who.unknown')],
    [t('who.where'), withoutProvince(episode?.place?.name ?? order.detail ?? t('who.unknown'))],
    [t('who.scam'), episode?.scamTypeName ?? t('who.unknown')],
    [t('who.amount'), amount ? t(episode.moneyMoving ? 'who.moving' : 'who.amountOf', { amount: yuan(amount) }) : t('who.unknown')],
  ];
  return (
    <>
      <div className="f-card">
        <span className="f-small">
          {t('who.person')} · {t('who.victim')}
        </span>
        <b className="f-name">{episode?.nameMasked ?? order.title}</b>
        {episode && (
          <dl className="f-facts">
            {facts.map(([word, value]) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {!episode && order.detail && <p>{withoutProvince(order.detail)}</p>}
      </div>
      {order.subject.module === 'warning' && (
        <div className="f-card f-row">
          <Icon name="lock" />
          <div>
            <b>{t('who.sealed')}</b>
            <p>{t('who.purpose', { kind: t(`kind.${kindKey(order.kind)}`), number: order.number })}</p>
            <p className="f-small">{signed ? t('who.recorded') : t('who.signFirst')}</p>
          </div>
        </div>
      )}
    </>
  );
}

function OpenCards({ order, opened }: { order: Order; opened: { content: OpenedEpisode; at: number } }) {
  const { t } = useTranslation('field');
  const [said, setSaid] = useState<string>();
  const { content } = opened;
  const ring = async (phoneId: string) => {
    try {
      await dial(order, phoneId);
      setSaid(t('who.dialled'));
    } catch (error) {
      setSaid(`${t('who.dialFailed')} ${error instanceof Error ? error.message : ''}`);
    }
  };
  return (
    <>
      <div className="f-card">
        <b className="f-name">{content.name}</b>
        <div className="f-two">
          {content.phones.map((phone) => (
            <button key={phone.id} type="button" className="f-key plain" onClick={() => void ring(phone.id)}>
              <Icon name="phone" />
              {t('who.tail', { owner: phone.owner ?? t('who.self'), tail: phone.masked.slice(-4) })}
            </button>
          ))}
        </div>
        {said && <p role="status">{said}</p>}
      </div>
      {content.address && (
        <div className="f-card">
          <span className="f-small">{t('who.address')}</span>
          <b>{content.address}</b>
          <p className="f-small">{t('who.addressWhy')}</p>
        </div>
      )}
      {content.signals
        .filter((signal) => signal.description)
        .map((signal) => (
          <div key={signal.id} className="f-card">
            {signal.description}
          </div>
        ))}
      <p className="f-row f-small">
        <Icon name="lock" /> {t('who.opened', { time: timeOf(opened.at), until: timeOf(opened.at + 30 * 60_000) })}
      </p>
    </>
  );
}

function Report({ order }: { order: Order }) {
  const { t } = useTranslation('field');
  const [text, setText] = useState('');
  const can = (name: string) => order.actions.some((action) => action.name === name && action.open);
  const send = async (name: 'report' | 'return') => {
    if (!text.trim()) return;
    await writeDown(name, order.title, `/api/order/orders/${order.id}/${name}`, name === 'report' ? { text: text.trim() } : { reason: text.trim() }, order.id);
    setText('');
  };
  if (!can('report') && !can('return')) return null;
  return (
    <div className="f-card">
      <label className="f-small" htmlFor="f-report">
        {t('report.title')}
      </label>
      <textarea id="f-report" className="f-input" rows={2} value={text} onChange={(event) => setText(event.target.value)} />
      <div className="f-two">
        {can('report') && (
          <button type="button" className="f-key plain" onClick={() => void send('report')}>
            {t('report.send')}
          </button>
        )}
        {can('return') && (
          <button type="button" className="f-key plain" onClick={() => void send('return')}>
            {t('report.return')}
          </button>
        )}
      </div>
    </div>
  );
}
