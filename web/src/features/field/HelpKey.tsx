import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMe } from '../../api/session';
import type { Order } from '../../api/types';
import { paths } from '../../paths';
import { writeDown } from './outbox';

/** Help: black, at the left, held one second. It is written down before anything else, so it works without a line. */
export function HelpKey({ order }: { order: Order | undefined }) {
  const { t } = useTranslation('field');
  const me = useMe();
  const navigate = useNavigate();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [holding, setHolding] = useState(false);
  const call = async () => {
    setHolding(false);
    const name = me.data?.name ?? '';
    const path = order ? `/api/order/orders/${order.id}/help` : '/api/order/help';
    const key = await writeDown('help', t('help.reason', { name }), path, {});
    void navigate(`${paths.fieldHelp}?key=${key}`);
  };
  const start = () => {
    setHolding(true);
    timer.current = setTimeout(() => void call(), 1000);
  };
  const stop = () => {
    setHolding(false);
    clearTimeout(timer.current);
  };
  return (
    <button
      type="button"
      className={holding ? 'f-help holding' : 'f-help'}
      onPointerDown={start}
      onPointerUp={stop}
      onPointerLeave={stop}
      onKeyDown={(event) => !event.repeat && (event.key === 'Enter' || event.key === ' ') && start()}
      onKeyUp={stop}
      onContextMenu={(event) => event.preventDefault()}
    >
      {t('help.key')}
      <small>{t('help.hold')}</small>
    </button>
  );
}
