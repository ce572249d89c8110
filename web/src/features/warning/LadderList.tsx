import { useTranslation } from 'react-i18next';
import type { Order } from '../../api/types';
import { durationOf, timeOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { useNow } from '../../ui/ticker';

/** The ladder of an order as a short line of steps: what was done, what comes next, how long until then. */
export function LadderList({ order }: { order: Order }) {
  const { t } = useTranslation('warning');
  const now = useNow();
  const language = useLanguage();
  const life = order.urgency === 'LIFE' || order.urgency === 'MONEY_IN_MOTION';
  const next = order.ladder.find((step) => step.state === 'ahead');
  return (
    <ol className="ladder">
      <li className="done">
        <span className="num">{timeOf(order.issuedAt)}</span>
        <span className="t2">{t('ladder.issued', { unit: order.to.staffName ?? order.to.unitName })}</span>
      </li>
      {order.ladder
        .filter((step) => step.state !== 'cancelled')
        .map((step) => {
          const left = Date.parse(step.at) - now;
          const isNext = step === next;
          return (
            <li key={step.number} className={step.state === 'fired' ? 'done' : isNext ? (life ? 'next life' : 'next') : ''}>
              <b className="num">{timeOf(step.at)}</b>
              <span>
                <b>{t(step.when === 'unsigned' ? 'ladder.unsigned' : 'ladder.unmet', { tells: step.tells })}</b>
                {isNext && left > 0 && <span className="t2"> {t('ladder.left', { duration: durationOf(left, language) })}</span>}
                {step.state === 'fired' && <span className="t2"> {t('ladder.fired')}</span>}
              </span>
            </li>
          );
        })}
    </ol>
  );
}
