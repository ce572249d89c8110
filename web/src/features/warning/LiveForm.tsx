import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField';
import { ActionButton, WhyLine } from '../../ui/Refusal';
import { Failed } from '../../ui/States';
import { useDoing } from '../../ui/useDoing';
import { putInUse, type ScriptPreview } from './scriptApi';

interface LiveFormProps {
  scamType: string;
  version: number;
  flaws: ScriptPreview['flaws'];
  onLive: () => void;
}

/** A draft goes into use whole and with a reason. */
export function LiveForm({ scamType, version, flaws, onLive }: LiveFormProps) {
  const { t } = useTranslation('script');
  const doing = useDoing();
  const [reason, setReason] = useState('');
  const flawed = flaws[0] && { reason: `${t('page.flaws', { count: flaws.length })} ${flaws[0].message}` };
  return (
    <form
      className="live-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!flawed)
          void doing
            .run(() => putInUse(scamType, version, reason))
            .then((done) => {
              if (done) onLive();
            });
      }}
    >
      <FormField word={t('page.reason')} hint={t('page.reasonHint')}>
        {(wiring) => <input {...wiring} className="input" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </FormField>
      <ActionButton kind="primary" type="submit" busy={doing.busy} closed={flawed}>
        {t('page.live')}
      </ActionButton>
      <WhyLine>{t('page.liveWhy')}</WhyLine>
      {doing.refused && <Failed title={t('page.failed')}>{doing.refused}</Failed>}
    </form>
  );
}
