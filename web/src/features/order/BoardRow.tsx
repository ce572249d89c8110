import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { actionOf } from '../../api/actions';
import { useMe } from '../../api/session';
import type { Order } from '../../api/types';
import { paths } from '../../paths';
import { Chip } from '../../ui/Chip';
import { durationOf, nearPlace, timeOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { Ruler } from '../../ui/Ruler';
import { useNow } from '../../ui/ticker';
import { isClosed, isUnsigned, rulerOf } from './facts';
import type { FormAct } from './OrderDialog';

interface BoardRowProps {
  order: Order;
  selected: boolean;
  onSelect: () => void;
  onSign: () => void;
  onForm: (act: FormAct) => void;
}

export function BoardRow({ order, selected, onSelect, onSign, onForm }: BoardRowProps) {
  const { t } = useTranslation('order');
  const navigate = useNavigate();
  const now = useNow();
  const language = useLanguage();
  const me = useMe();
  const unsigned = isUnsigned(order);
  const sign = actionOf(order.actions, 'sign');
  const report = actionOf(order.actions, 'report');
  const who = order.to.staffName ?? (order.to.unitId === me.data?.unit.id ? t('ownUnit') : order.to.unitName);
  return (
    <tr aria-selected={selected} onClick={onSelect} onDoubleClick={() => void navigate(paths.order(order.id))}>
      <td className="b-order">
        <span className="board-title">
          <button type="button" className="row-open" title={order.title} onClick={onSelect} onDoubleClick={() => void navigate(paths.order(order.id))}>
            <b>{order.title}</b>
          </button>
          {(order.urgency === 'LIFE' || order.urgency === 'MONEY_IN_MOTION') && <Chip kind="life">{t(`urgency.${order.urgency}`)}</Chip>}
        </span>
        <small title={order.detail ?? undefined}>
          {order.detail ? `${nearPlace(order.detail, me.data?.unit.name)} · ` : ''}
          {t('from', { unit: order.from.unitName })}
        </small>
      </td>
      <td className="b-holder">
        {unsigned ? t('waiting', { who }) : (order.holder ?? who)}
        <small>{unsigned ? t('waited', { duration: durationOf(now - Date.parse(order.issuedAt), language) }) : stateWord(order, t)}</small>
      </td>
      <td className="b-ruler">
        <Ruler facts={rulerOf(order, endingOf(order, t))} />
      </td>
      <td className="b-act right">
        {unsigned && sign.offered && !sign.closed && (
          <button type="button" className="row-act" onClick={onSign}>
            {t('act.sign')}
          </button>
        )}
        {!unsigned && report.offered && !report.closed && !isClosed(order) && (
          <button type="button" className="row-act" onClick={() => onForm('report')}>
            {t('act.report')}
          </button>
        )}
        {((!unsigned && !report.offered) || isClosed(order)) && (
          <button type="button" className="row-act" onClick={() => void navigate(paths.order(order.id))}>
            {t('act.open')}
          </button>
        )}
      </td>
    </tr>
  );
}

type T = ReturnType<typeof useTranslation<'order'>>['t'];

const states = ['issued', 'signed', 'extension-asked', 'met', 'returned', 'handed-over', 'withdrawn'] as const;

export function stateWord(order: Pick<Order, 'state'>, t: T): string {
  const known = states.find((each) => each === order.state);
  return known ? t(`hand.state.${known}`) : order.state;
}

/** What the words beside the figure say: who has been told, and what comes next. */
export function endingOf(order: Order, t: T): string {
  const fired = order.ladder.filter((step) => step.state === 'fired').at(-1);
  const next = order.ladder.find((step) => step.state === 'ahead');
  if (isClosed(order)) return stateWord(order, t);
  if (fired && next) return t('told', { who: fired.tells, next: next.tells, time: timeOf(next.at) });
  if (fired) return t('toldLast', { who: fired.tells });
  if (next) return t(next.when === 'unsigned' ? 'ahead.unsigned' : 'ahead.unmet', { tells: next.tells });
  return t('dueBy', { time: timeOf(order.dueAt) });
}
