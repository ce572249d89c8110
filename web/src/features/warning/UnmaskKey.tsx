import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FormField } from '../../ui/FormField';
import { timeOf } from '../../ui/format';
import { Failed } from '../../ui/States';
import { serverNow } from '../../ui/ticker';
import { useDoing } from '../../ui/useDoing';
import { unmask } from './api';

interface UnmaskKeyProps {
  episodeId: string;
  /** What of the person: nationalId, or phone:ID. */
  field: string;
  word: string;
  masked: string;
  purpose: string;
}

const shortest = 4;

/** A covered number. It is shown whole for a reason only, on this page only, and who looked is kept. */
export function UnmaskKey({ episodeId, field, word, masked, purpose }: UnmaskKeyProps) {
  const { t } = useTranslation('warning');
  const doing = useDoing();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState<{ value: string; at: number }>();
  const show = async () => {
    if (reason.trim().length < shortest) return;
    const done = await doing.run(async () => setShown({ value: (await unmask(episodeId, field, reason.trim(), purpose)).value, at: serverNow() }));
    if (done) setAsking(false);
  };
  return (
    <span className="unmask">
      <span className="mask num">{shown?.value ?? masked}</span>
      {shown ? (
        <button type="button" className="linkish s" onClick={() => setShown(undefined)}>
          {t('unmask.cover')}
        </button>
      ) : (
        <button type="button" className="linkish s" aria-label={t('unmask.askFor', { word })} onClick={() => setAsking(true)}>
          {t('unmask.ask')}
        </button>
      )}
      {shown && <span className="s t3">{t('unmask.kept', { time: timeOf(shown.at) })}</span>}
      {asking && (
        <Dialog
          title={t('unmask.title', { word })}
          onClose={() => setAsking(false)}
          foot={
            <>
              <span className="sp" />
              <Button kind="primary" icon="eye" busy={doing.busy} onClick={() => void show()}>
                {t('unmask.show')}
              </Button>
            </>
          }
        >
          <form
            className="col g12"
            onSubmit={(event) => {
              event.preventDefault();
              void show();
            }}
          >
            <FormField word={t('unmask.reason')} hint={t('unmask.reasonHint')}>
              {(wiring) => <input {...wiring} className="input" data-first value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />}
            </FormField>
            <div className="row g8 wrap" role="group" aria-label={t('unmask.usual')}>
              {(['0', '1', '2'] as const).map((each) => (
                <Button key={each} small onClick={() => setReason(t(`unmask.reasons.${each}`))}>
                  {t(`unmask.reasons.${each}`)}
                </Button>
              ))}
            </div>
            {doing.refused && <Failed title={t('unmask.failed')}>{doing.refused}</Failed>}
          </form>
        </Dialog>
      )}
    </span>
  );
}
