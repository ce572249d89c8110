import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../api/types';
import { UnitChoice } from '../../api/UnitChoice';
import { Button } from '../../ui/Button';
import { DateInput } from '../../ui/DateInput';
import { Dialog } from '../../ui/Dialog';
import { FormField } from '../../ui/FormField';
import { fullMomentOf } from '../../ui/format';
import { instantOf, localMinute } from '../../ui/localTime';
import { Failed } from '../../ui/States';
import { serverNow } from '../../ui/ticker';
import { useDoing } from '../../ui/useDoing';
import { actOn } from './api';

export const formActs = ['report', 'extension', 'extension-decision', 'return', 'hand-over', 'meet', 'withdraw'] as const;
export type FormAct = (typeof formActs)[number];

/** Where an act that is not named like its address is sent. */
const addresses: Partial<Record<FormAct, string>> = { 'extension-decision': 'extension/decision' };

interface OrderDialogProps {
  order: Order;
  act: FormAct;
  onClose: () => void;
  /** Told where an order went that was handed over. */
  onHandedOver?: (unit: string) => void;
}

/** The acts on an order that need words: each asks only what it needs. */
export function OrderDialog({ order, act, onClose, onHandedOver }: OrderDialogProps) {
  const { t } = useTranslation('order');
  const queries = useQueryClient();
  const doing = useDoing();
  const [text, setText] = useState('');
  const [until, setUntil] = useState(() => localMinute(Math.max(Date.parse(order.dueAt), serverNow()) + 30 * 60_000));
  const [unit, setUnit] = useState<{ id: string; name: string }>();
  const [tried, setTried] = useState(false);
  const missing = {
    text: text.trim() ? undefined : t('form.missing'),
    unit: act === 'hand-over' && !unit ? t('form.unitMissing') : undefined,
    until: act === 'extension' && !(until && Date.parse(instantOf(until)) > Date.parse(order.dueAt)) ? t('form.untilMissing') : undefined,
  };
  const send = async (grant?: boolean) => {
    setTried(true);
    if (missing.text || missing.unit || missing.until) return;
    const body = bodyOf(act, { text: text.trim(), until, unit: unit?.id, grant });
    const done = await doing.run(async () => {
      await actOn(order.id, addresses[act] ?? act, body);
      await queries.invalidateQueries({ queryKey: ['order'] });
    });
    if (!done) return;
    if (act === 'hand-over') onHandedOver?.(unit?.name ?? '');
    onClose();
  };
  const words: Partial<Record<FormAct, string>> = { report: t('form.report'), return: t('form.returnReason'), meet: t('form.outcome') };
  return (
    <Dialog
      title={`${t(`act.${act}`)} · ${order.title}`}
      onClose={onClose}
      closeWord={t('form.cancel')}
      foot={
        <>
          <span className="s t2 num">{order.number}</span>
          <span className="sp" />
          {act === 'extension-decision' ? (
            <>
              <Button busy={doing.busy} onClick={() => void send(false)}>
                {t('form.refuse')}
              </Button>
              <Button kind="primary" busy={doing.busy} onClick={() => void send(true)}>
                {t('form.grant')}
              </Button>
            </>
          ) : (
            <Button kind="primary" busy={doing.busy} onClick={() => void send()}>
              {t('form.send')}
            </Button>
          )}
        </>
      }
    >
      <div className="col g12">
        {act === 'extension-decision' && order.asked && (
          <p>
            {t('form.asked', { until: fullMomentOf(order.asked.until).slice(0, 16), due: fullMomentOf(order.dueAt).slice(0, 16) })}
            <br />
            <span className="t2">{order.asked.reason}</span>
          </p>
        )}
        {act === 'extension' && (
          <FormField word={t('form.until')} missing={tried ? missing.until : undefined}>
            {(wiring) => <DateInput {...wiring} withTime value={until} onChange={setUntil} />}
          </FormField>
        )}
        {act === 'hand-over' && (
          <FormField word={t('form.unit')} missing={tried ? missing.unit : undefined}>
            {(wiring) => <UnitChoice {...wiring} value={unit?.id} onChange={(id, name) => setUnit({ id, name })} />}
          </FormField>
        )}
        <FormField word={words[act] ?? t('form.reason')} missing={tried ? missing.text : undefined}>
          {(wiring) => <textarea {...wiring} className="input" rows={3} data-first value={text} onChange={(event) => setText(event.target.value)} />}
        </FormField>
        {doing.refused && <Failed title={t('form.failed')}>{doing.refused}</Failed>}
      </div>
    </Dialog>
  );
}

interface Written {
  text: string;
  until: string;
  unit: string | undefined;
  grant: boolean | undefined;
}

function bodyOf(act: FormAct, { text, until, unit, grant }: Written): unknown {
  switch (act) {
    case 'report':
      return { text };
    case 'extension-decision':
      return { grant, reason: text };
    case 'extension':
      return { until: instantOf(until), reason: text };
    case 'hand-over':
      return { unitId: unit, reason: text };
    case 'meet':
      return { outcomeCode: 'done', note: text };
    case 'return':
    case 'withdraw':
      return { reason: text };
  }
}
