import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { Button } from '../../ui/Button';
import { DateInput } from '../../ui/DateInput';
import { Dialog } from '../../ui/Dialog';
import { FormField } from '../../ui/FormField';
import { instantOf } from '../../ui/localTime';
import { Failed } from '../../ui/States';
import { useDoing } from '../../ui/useDoing';

/** Keeps one case past its term; a reason and an end belong to it. */
export function HoldForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('audit');
  const queries = useQueryClient();
  const doing = useDoing();
  const [subject, setSubject] = useState('');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const missing = (given: boolean) => (tried && !given ? t('holds.missing') : undefined);
  const make = async () => {
    setTried(true);
    if (!subject.trim() || !reason.trim() || !until) return;
    const done = await doing.run(async () => {
      await call('/api/audit/holds', { method: 'POST', body: { subject: subject.trim(), reason: reason.trim(), until: instantOf(`${until}T23:59`) } });
      await queries.invalidateQueries({ queryKey: ['audit'] });
    });
    if (done) onClose();
  };
  return (
    <Dialog
      title={t('holds.make')}
      onClose={onClose}
      closeWord={t('holds.cancel')}
      foot={
        <>
          <span className="sp" />
          <Button kind="primary" busy={doing.busy} onClick={() => void make()}>
            {t('holds.make')}
          </Button>
        </>
      }
    >
      <div className="col g12">
        <FormField word={t('holds.subject')} hint={t('holds.subjectHint')} missing={missing(subject.trim() !== '')}>
          {(wiring) => <input {...wiring} className="input" data-first maxLength={80} value={subject} onChange={(event) => setSubject(event.target.value)} />}
        </FormField>
        <FormField word={t('holds.reason')} missing={missing(reason.trim() !== '')}>
          {(wiring) => <textarea {...wiring} className="input" rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </FormField>
        <FormField word={t('holds.end')} hint={t('holds.endHint')} missing={missing(until !== '')}>
          {(wiring) => <DateInput {...wiring} value={until} onChange={setUntil} />}
        </FormField>
        {doing.refused && <Failed title={t('failed', { ns: 'ui' })}>{doing.refused}</Failed>}
      </div>
    </Dialog>
  );
}
