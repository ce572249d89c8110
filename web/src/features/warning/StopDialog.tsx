import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Episode } from '../../api/types';
import { Button } from '../../ui/Button';
import { DateInput } from '../../ui/DateInput';
import { Dialog } from '../../ui/Dialog';
import { centsFrom, yuan } from '../../ui/format';
import { FormField } from '../../ui/FormField';
import { instantOf, localMinute } from '../../ui/localTime';
import { Failed } from '../../ui/States';
import { serverNow } from '../../ui/ticker';
import { useDoing } from '../../ui/useDoing';
import { useKeys } from '../../ui/useKeys';
import { askToStop } from './api';

const known = ['fromBank', 'fromAccount', 'toBank', 'toAccount', 'toName'] as const;

interface StopDialogProps {
  episode: Episode;
  onClose: () => void;
  onChanged: () => void;
}

/** Money is gone: what is known goes out at once. Only the time is needed, and it is filled in. */
export function StopDialog({ episode, onClose, onChanged }: StopDialogProps) {
  const { t } = useTranslation('track');
  const doing = useDoing();
  const [paidAt, setPaidAt] = useState(() => localMinute(serverNow()));
  const [amount, setAmount] = useState(() => (episode.moneyMoving && episode.amountCents ? yuan(episode.amountCents) : ''));
  const [parts, setParts] = useState<Partial<Record<(typeof known)[number], string>>>({});
  const [tried, setTried] = useState(false);
  const cents = centsFrom(amount);
  const missing = {
    paidAt: paidAt ? undefined : t('stop.timeMissing'),
    amount: amount !== '' && !cents ? t('stop.amountWrong') : undefined,
  };
  const send = async () => {
    setTried(true);
    if (missing.paidAt || missing.amount) return;
    const facts = Object.fromEntries(known.flatMap((part) => (parts[part]?.trim() ? [[part, parts[part].trim()]] : [])));
    const done = await doing.run(() => askToStop(episode.id, { paidAt: instantOf(paidAt), ...(cents ? { amountCents: cents } : {}), ...facts }));
    if (!done) return;
    onChanged();
    onClose();
  };
  useKeys({ Enter: () => void send() }, true);
  return (
    <Dialog
      title={t('stop.title')}
      onClose={onClose}
      closeWord={t('cancel')}
      foot={
        <>
          <span className="s t2">{t('stop.why')}</span>
          <span className="sp" />
          <Button kind="money" keyCap="Enter" busy={doing.busy} onClick={() => void send()}>
            {t('stop.go')}
          </Button>
        </>
      }
    >
      <form
        className="col g12"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <FormField word={t('stop.amount')} hint={t('stop.amountHint')} missing={tried ? missing.amount : undefined}>
          {(wiring) => <input {...wiring} data-first className="input right" inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} />}
        </FormField>
        <FormField word={t('stop.paidAt')} missing={tried ? missing.paidAt : undefined}>
          {(wiring) => <DateInput {...wiring} withTime value={paidAt} onChange={setPaidAt} />}
        </FormField>
        {known.map((part) => (
          <FormField key={part} word={t(`stop.${part}`)}>
            {(wiring) => <input {...wiring} className="input" autoComplete="off" value={parts[part] ?? ''} onChange={(event) => setParts((before) => ({ ...before, [part]: event.target.value }))} />}
          </FormField>
        ))}
        <button type="submit" className="vh">
          {t('stop.go')}
        </button>
        {doing.refused && <Failed title={t('stop.failed')}>{doing.refused}</Failed>}
      </form>
    </Dialog>
  );
}
