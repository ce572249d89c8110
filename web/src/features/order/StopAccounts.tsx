import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionOf } from '../../api/actions';
import type { Order } from '../../api/types';
import { Button } from '../../ui/Button';
import { Failed } from '../../ui/States';
import { useDoing } from '../../ui/useDoing';
import { openAccounts, type StopPayment } from './api';

/** The accounts behind an order to stop a payment: opened by whoever signed for it, and the log says so. */
export function StopAccounts({ order }: { order: Order }) {
  const { t } = useTranslation('order');
  const doing = useDoing();
  const [payments, setPayments] = useState<StopPayment[]>();
  const signed = actionOf(order.actions, 'report');
  if (order.kind !== 'stop-payment' || !signed.offered || signed.closed) return null;
  return (
    <section className="card pad" aria-label={t('stop.title')}>
      <h2>{t('stop.title')}</h2>
      {!payments && (
        <>
          <p className="m t2">{t('stop.recorded')}</p>
          <Button kind="primary" busy={doing.busy} onClick={() => void doing.run(async () => setPayments((await openAccounts(order.id)).items))}>
            {t('stop.open')}
          </Button>
        </>
      )}
      {payments?.map((each) => (
        <dl key={each.id} className="facts">
          <dt>{t('stop.from')}</dt>
          <dd className="num">{[each.fromBank, each.fromAccount].filter(Boolean).join(' ') || t('stop.unknown')}</dd>
          <dt>{t('stop.to')}</dt>
          <dd className="num">{[each.toBank, each.toAccount, each.toName].filter(Boolean).join(' ') || t('stop.unknown')}</dd>
        </dl>
      ))}
      {doing.refused && <Failed title={t('form.failed')}>{doing.refused}</Failed>}
    </section>
  );
}
