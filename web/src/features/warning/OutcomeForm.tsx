import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionOf } from '../../api/actions';
import type { Episode } from '../../api/types';
import { UnitChoice } from '../../api/UnitChoice';
import { centsFrom, momentOf, yuan } from '../../ui/format';
import { FormField } from '../../ui/FormField';
import { useLanguage } from '../../ui/language';
import { ActionButton } from '../../ui/Refusal';
import { Failed } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { useKeys } from '../../ui/useKeys';
import { KeyCap } from '../../ui/KeyCap';
import { recordOutcome, type OutcomeCommand } from './api';
import { outcomeKinds, type OutcomeKind } from './outcomeKinds';
import type { Belief } from './scriptApi';

const hows = ['bank-slip', 'screen', 'family', 'person'] as const;

interface OutcomeFormProps {
  episode: Episode;
  belief: Belief | undefined;
  kind: OutcomeKind | undefined;
  onKind: (kind: OutcomeKind | undefined) => void;
  onChanged: () => void;
}

/** What came of it; money that is gone has a form of its own. Refused and not found never end it; saved money needs how we know. */
export function OutcomeForm({ episode, belief, kind, onKind, onChanged }: OutcomeFormProps) {
  const { t } = useTranslation('warning');
  const now = useNow();
  const language = useLanguage();
  const savedBox = useRef<HTMLInputElement>(null);
  const [saved, setSaved] = useState('');
  const [how, setHow] = useState('');
  const [note, setNote] = useState('');
  const [unit, setUnit] = useState<string>();
  const [falseAlarm, setFalseAlarm] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const allowed = actionOf(episode.actions, 'outcome');
  const asksSaved = kind === 'reached';
  const savedCents = centsFrom(saved);
  const missing = {
    kind: kind ? undefined : t('outcome.missing.kind'),
    saved: asksSaved && saved !== '' && savedCents === undefined ? t('outcome.missing.amount') : undefined,
    how: asksSaved && savedCents !== undefined && savedCents > 0 && !how ? t('outcome.missing.how') : undefined,
    unit: kind === 'handed-over' && !unit ? t('outcome.missing.unit') : undefined,
  };
  const firstMissing = Object.values(missing).find(Boolean);
  const record = async () => {
    setTried(true);
    if (firstMissing || !kind || busy) return;
    setBusy(true);
    setRefused(undefined);
    try {
      await recordOutcome(episode.id, commandOf(kind), key);
      setKey(crypto.randomUUID());
      onKind(undefined);
      setTried(false);
      onChanged();
    } catch (error) {
      setRefused(error instanceof Error ? error.message : '');
    } finally {
      setBusy(false);
    }
  };
  const commandOf = (chosen: OutcomeKind): OutcomeCommand => ({
    kind: chosen,
    ...(belief ? { belief } : {}),
    ...(asksSaved && savedCents !== undefined ? { savedCents } : {}),
    ...(asksSaved && how ? { savedHow: how } : {}),
    ...(note ? { note } : {}),
    ...(chosen === 'reached' && falseAlarm ? { falseAlarm } : {}),
    ...(chosen === 'handed-over' && unit ? { toUnitId: unit } : {}),
  });
  useKeys({
    Enter: kind ? () => void record() : undefined,
    e: asksSaved ? () => savedBox.current?.focus() : undefined,
  });
  return (
    <form
      className="outcome section"
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <h2 className="h3">{t('outcome.title')}</h2>
      {episode.outcome && (
        <div className="outcome-was">
          <b>{t('outcome.recorded', { kind: kindWord(episode.outcome.kind, t) })}</b>
          <p className="m t2">
            {[
              episode.outcome.savedCents ? t('outcome.savedWas', { amount: yuan(episode.outcome.savedCents) }) : '',
              episode.outcome.lostCents ? t('outcome.lostWas', { amount: yuan(episode.outcome.lostCents) }) : '',
              t('outcome.recordedAt', { time: momentOf(episode.outcome.at, language, now), by: episode.outcome.by ?? '' }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      )}
      {!allowed.closed && (
        <div className="outcome-keys" role="group" aria-label={t('outcome.title')}>
          {outcomeKinds.map((each) => (
            <button key={each.kind} type="button" className="btn" aria-pressed={each.kind === kind} onClick={() => onKind(each.kind)}>
              <KeyCap>{each.cap}</KeyCap>
              {t(`outcome.kinds.${each.kind}`)}
            </button>
          ))}
        </div>
      )}
      {kind && <p className="s t2">{t(`outcome.then.${kind}`)}</p>}
      {asksSaved && (
        <>
          <FormField word={t('outcome.saved')} hint={episode.amountCents ? t('outcome.savedFrom', { amount: yuan(episode.amountCents) }) : undefined} missing={tried ? missing.saved : undefined}>
            {(wiring) => <input {...wiring} ref={savedBox} className="input right" inputMode="decimal" value={saved} onChange={(event) => setSaved(event.target.value)} />}
          </FormField>
          <FormField word={t('outcome.how')} missing={tried ? missing.how : undefined}>
            {(wiring) => (
              <select {...wiring} className="input" value={how} onChange={(event) => setHow(event.target.value)}>
                <option value="">{t('none', { ns: 'ui' })}</option>
                {hows.map((each) => (
                  <option key={each} value={t(`outcome.howOptions.${each}`)}>
                    {t(`outcome.howOptions.${each}`)}
                  </option>
                ))}
              </select>
            )}
          </FormField>
        </>
      )}
      {kind === 'reached' && (
        <label className="row g8 m">
          <input type="checkbox" checked={falseAlarm} onChange={(event) => setFalseAlarm(event.target.checked)} />
          {t('outcome.falseAlarm')}
        </label>
      )}
      {kind === 'handed-over' && (
        <FormField word={t('outcome.unit')} missing={tried ? missing.unit : undefined}>
          {(wiring) => <UnitChoice {...wiring} value={unit} onChange={setUnit} />}
        </FormField>
      )}
      {kind && <FormField word={t('outcome.note')}>{(wiring) => <input {...wiring} className="input" value={note} onChange={(event) => setNote(event.target.value)} />}</FormField>}
      {refused && <Failed title={t('outcome.failed')}>{refused}</Failed>}
      <div className="keep-seen">
        <ActionButton kind={kind ? 'primary' : 'default'} type="submit" keyCap="Enter" busy={busy} closed={allowed.closed ?? (tried && firstMissing ? { reason: firstMissing } : undefined)}>
          {t('outcome.record')}
        </ActionButton>
      </div>
    </form>
  );
}

function kindWord(kind: string, t: ReturnType<typeof useTranslation<'warning'>>['t']): string {
  const known = outcomeKinds.find((each) => each.kind === kind);
  return known ? t(`outcome.kinds.${known.kind}`) : kind;
}
