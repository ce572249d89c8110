import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionOf } from '../../../api/actions';
import { FormField } from '../../../ui/FormField';
import { KeyCap } from '../../../ui/KeyCap';
import { ActionButton } from '../../../ui/Refusal';
import { useKeys } from '../../../ui/useKeys';
import { after, conclude, type Standing } from './awakeningApi';
import type { Room } from './useRoom';

/** Step 4: what the person wants to promise, how they take it now, and when somebody sees them again. */
export function AgreeingStep({ room }: { room: Room }) {
  const { t } = useTranslation(['awakening', 'script']);
  const { line, choices, actions } = room.session;
  const [standing, setStanding] = useState<Standing>();
  const [agreed, setAgreed] = useState<string[]>([]);
  const [days, setDays] = useState<number>();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const finish = actionOf(actions, 'finish');
  const missing = standing === undefined ? t('agree.missingStanding') : days === undefined ? t('agree.missingDays') : undefined;
  const closed = finish.closed ?? (tried && missing ? { reason: missing } : undefined);
  const toggle = (each: string) => setAgreed((was) => (was.includes(each) ? was.filter((one) => one !== each) : [...was, each]));
  const end = () => {
    setTried(true);
    if (standing === undefined || days === undefined || finish.closed) return;
    void room.act(() => conclude(line.id, { after: standing, agreed, days, ...(words.trim() ? { words } : {}) }));
  };
  useKeys({
    ...Object.fromEntries(after.map((each, index) => [String(index + 1), () => setStanding(each)])),
    ...Object.fromEntries(choices.days.map((each, index) => [String(index + 7), () => setDays(each)])),
    Enter: end,
  });
  return (
    <section className="room-card">
      <h2>{t('agree.title')}</h2>
      <p className="large">{t('agree.say')}</p>
      <div className="room-choices" role="group" aria-label={t('agree.what')}>
        {choices.agreements.map((each) => (
          <button key={each} type="button" className="room-choice small" aria-pressed={agreed.includes(each)} onClick={() => toggle(each)}>
            {t(`agreement.${each as 'family'}`)}
          </button>
        ))}
      </div>
      <h3>{t('agree.standing')}</h3>
      <div className="room-choices" role="group" aria-label={t('agree.standing')}>
        {after.map((each, index) => (
          <button key={each} type="button" className="room-choice small" aria-pressed={each === standing} onClick={() => setStanding(each)}>
            <KeyCap>{index + 1}</KeyCap> {t(`script:belief.${each}`)}
          </button>
        ))}
      </div>
      <h3>{t('agree.again')}</h3>
      <div className="room-choices" role="group" aria-label={t('agree.again')}>
        {choices.days.map((each, index) => (
          <button key={each} type="button" className="room-choice small" aria-pressed={each === days} onClick={() => setDays(each)}>
            <KeyCap>{index + 7}</KeyCap> {t('agree.days', { count: each })}
          </button>
        ))}
      </div>
      <p className="m t2">{standing === undefined || standing === 'believes' ? t('agree.asked') : t('agree.visited')}</p>
      <FormField word={t('agree.words')} hint={t('agree.wordsHint')}>
        {(wiring) => <textarea {...wiring} className="input" rows={2} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />}
      </FormField>
      <div className="step-end">
        <ActionButton kind="primary" keyCap="Enter" busy={room.busy} closed={closed} onClick={end}>
          {t('finish.agreeing')}
        </ActionButton>
      </div>
    </section>
  );
}
