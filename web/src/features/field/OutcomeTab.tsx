import { useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Episode, Order } from '../../api/types';
import { paths } from '../../paths';
import { centsFrom, yuan } from '../../ui/format';
import { FieldFrame } from './FieldFrame';
import { writeDown } from './outbox';
import { UnitField } from './UnitField';

const kinds = ['reached', 'partly-paid', 'not-believed', 'not-found', 'refused', 'handed-over'] as const;
type Kind = (typeof kinds)[number];
const hows = ['slip', 'screen', 'family', 'person'] as const;

interface OutcomeTabProps {
  order: Order;
  episode: Episode | undefined;
  frame: Omit<ComponentProps<typeof FieldFrame>, 'children' | 'mainKey'>;
}

/** Six keys, each with its consequence; four fields at most. Kept on the phone first, then sent. */
export function OutcomeTab({ order, episode, frame }: OutcomeTabProps) {
  const { t } = useTranslation('field');
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>();
  const [typedSaved, setSaved] = useState<string>();
  const saved = typedSaved ?? (episode?.amountCents ? yuan(episode.amountCents) : '');
  const [how, setHow] = useState<(typeof hows)[number]>();
  const [lost, setLost] = useState('');
  const [note, setNote] = useState('');
  const [unit, setUnit] = useState<string>();
  const [missing, setMissing] = useState<string>();
  const money = kind === 'reached' || kind === 'partly-paid';
  const savedCents = saved === '' ? 0 : centsFrom(saved);
  const lostCents = centsFrom(lost);
  const lacking = () => {
    if (!kind) return t('outcome.missing.kind');
    if (money && savedCents === undefined) return t('outcome.missing.amount');
    if (money && savedCents && !how) return t('outcome.missing.how');
    if (kind === 'partly-paid' && !lostCents) return t('outcome.missing.lost');
    if (kind === 'handed-over' && !unit) return t('outcome.missing.unit');
    return undefined;
  };
  const keep = async () => {
    const lack = lacking();
    setMissing(lack);
    if (lack || !kind) return;
    const body = {
      kind,
      orderId: order.id,
      ...(money && savedCents ? { savedCents, savedHow: how && t(`outcome.hows.${how}`) } : {}),
      ...(kind === 'partly-paid' ? { lostCents } : {}),
      ...(kind === 'handed-over' ? { toUnitId: unit } : {}),
      ...(note ? { note } : {}),
    };
    const warned = order.subject.module === 'warning';
    await writeDown('outcome', order.title, warned ? `/api/warning/episodes/${order.subject.id}/outcomes` : `/api/order/orders/${order.id}/meet`, warned ? body : { outcomeCode: kind, note }, order.id);
    void navigate(paths.fieldOutbox);
  };
  return (
    <FieldFrame
      {...frame}
      mainKey={
        <button type="button" className="f-key main" onClick={() => void keep()}>
          {t('outcome.keep')}
        </button>
      }
    >
      <div className="f-six" role="group" aria-label={t('tabs.outcome')}>
        {kinds.map((each) => (
          <button key={each} type="button" className="f-key plain tall" aria-pressed={each === kind} onClick={() => setKind(each)}>
            {t(`outcome.kinds.${each}`)}
            <small>{t(`outcome.then.${each}`)}</small>
          </button>
        ))}
      </div>
      {missing && (
        <p className="f-card f-missing" role="alert">
          {missing}
        </p>
      )}
      {money && (
        <>
          <label className="f-card f-line">
            <span>{t('outcome.saved')}</span>
            <input className="f-input right" inputMode="decimal" value={saved} onChange={(event) => setSaved(event.target.value)} />
          </label>
          <div className="f-card">
            <span className="f-small">{t('outcome.how')}</span>
            <div className="f-two" role="group" aria-label={t('outcome.how')}>
              {hows.map((each) => (
                <button key={each} type="button" className="f-key plain" aria-pressed={each === how} onClick={() => setHow(each)}>
                  {t(`outcome.hows.${each}`)}
                </button>
              ))}
            </div>
          </div>
        </>
      )}
      {kind === 'partly-paid' && (
        <label className="f-card f-line">
          <span>{t('outcome.lost')}</span>
          <input className="f-input right" inputMode="decimal" value={lost} onChange={(event) => setLost(event.target.value)} />
        </label>
      )}
      {kind === 'handed-over' && <UnitField value={unit} onChange={setUnit} />}
      {kind && (
        <label className="f-card">
          <span className="f-small">{t('outcome.note')}</span>
          <textarea className="f-input" rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
      )}
    </FieldFrame>
  );
}
