import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../api/types';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FormField } from '../../ui/FormField';
import { Failed } from '../../ui/States';
import { serverNow } from '../../ui/ticker';
import { actOn } from './api';
import { instantOf, localMinute } from './facts';
import { UnitChoice } from './UnitChoice';

export type FormAct = 'report' | 'ask-extension' | 'grant-extension' | 'refuse-extension' | 'return' | 'hand-over' | 'meet' | 'withdraw';

/** Where an act that is not named like its address is sent. */
const addresses: Partial<Record<FormAct, string>> = { 'ask-extension': 'extension', 'grant-extension': 'extension/decision', 'refuse-extension': 'extension/decision' };

/** The acts on an order that need words: each asks only what it needs. */
export function OrderDialog({ order, act, onClose }: { order: Order; act: FormAct; onClose: () => void }) {
  const { t } = useTranslation('order');
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [until, setUntil] = useState(() => localMinute(Math.max(Date.parse(order.dueAt), serverNow()) + 30 * 60_000));
  const [unit, setUnit] = useState<string>();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const missing = text.trim() === '' || (act === 'hand-over' && !unit);
  const send = async () => {
    setTried(true);
    if (missing || busy) return;
    setBusy(true);
    try {
      await actOn(order.id, addresses[act] ?? act, bodyOf(act, text.trim(), until, unit));
      await queries.invalidateQueries({ queryKey: ['order'] });
      onClose();
    } catch (error) {
      setRefused(error instanceof Error ? error.message : '');
      setBusy(false);
    }
  };
  const word = act === 'report' ? t('form.report') : act === 'return' ? t('form.returnReason') : act === 'meet' ? t('form.outcome') : t('form.reason');
  return (
    <Dialog
      title={`${t(`act.${act}`)} · ${order.title}`}
      onClose={onClose}
      closeWord={t('form.cancel')}
      foot={
        <>
          <span className="s t2 num">{order.number}</span>
          <span className="sp" />
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            {t('form.send')}
          </Button>
        </>
      }
    >
      <div className="col g12">
        {act === 'ask-extension' && (
          <FormField word={t('form.until')}>{(wiring) => <input {...wiring} className="input" type="datetime-local" value={until} onChange={(event) => setUntil(event.target.value)} />}</FormField>
        )}
        {act === 'hand-over' && (
          <FormField word={t('form.unit')} missing={tried && !unit ? t('form.missing') : undefined}>
            {(wiring) => <UnitChoice {...wiring} value={unit} onChange={setUnit} />}
          </FormField>
        )}
        <FormField word={word} missing={tried && text.trim() === '' ? t('form.missing') : undefined}>
          {(wiring) => <textarea {...wiring} className="input" rows={3} autoFocus value={text} onChange={(event) => setText(event.target.value)} />}
        </FormField>
        {refused && <Failed title={t('form.failed')}>{refused}</Failed>}
      </div>
    </Dialog>
  );
}

function bodyOf(act: FormAct, text: string, until: string, unit: string | undefined): unknown {
  switch (act) {
    case 'report':
      return { text };
    case 'grant-extension':
      return { grant: true, reason: text };
    case 'refuse-extension':
      return { grant: false, reason: text };
    case 'ask-extension':
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
