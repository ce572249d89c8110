import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Failed } from '../../ui/States';
import { useDoing } from '../../ui/useDoing';
import { saveLadder, type Ladder, type LadderStep } from './api';
import { LadderPicture } from './LadderPicture';
import { addressees, effects, ladderDuties } from './ladderWords';

interface LadderFormProps {
  ladder: Ladder;
  onClose: () => void;
  onSaved: (ladder: Ladder) => void;
}

interface StepDraft extends Omit<LadderStep, 'afterSeconds'> {
  minutes: string;
}

/** The steps of a ladder, drawn while they are changed. Saved as the next version; orders already issued keep theirs. */
export function LadderForm({ ladder, onClose, onSaved }: LadderFormProps) {
  const { t } = useTranslation('order');
  const queries = useQueryClient();
  const doing = useDoing();
  const [steps, setSteps] = useState<StepDraft[]>(() => ladder.steps.map(({ afterSeconds, ...step }) => ({ ...step, minutes: String(afterSeconds / 60) })));
  const [tried, setTried] = useState(false);
  const bad = steps.some((step) => !(Number(step.minutes) > 0));
  const whole = steps.map((step, index): LadderStep => {
    const { minutes, duty, ...rest } = step;
    const byDuty = step.addressee === 'nearest-with-duty';
    return { ...rest, number: index + 1, afterSeconds: Math.max(1, Math.round(Number(minutes) * 60) || 1), duty: byDuty ? (duty ?? 'command') : null, tells: byDuty ? t(`ladders.duties.${known(duty)}`) : t(`ladders.addressees.${step.addressee as 'issuing-unit'}`) };
  });
  const change = (at: number, changes: Partial<StepDraft>) => setSteps(steps.map((step, index) => (index === at ? { ...step, ...changes } : step)));
  const save = async () => {
    setTried(true);
    if (bad) return;
    await doing.run(async () => {
      const saved = await saveLadder(ladder.id, ladder.version, whole);
      await queries.invalidateQueries({ queryKey: ['order', 'ladders'] });
      onSaved(saved);
    });
  };
  return (
    <Dialog
      title={ladder.name}
      width={820}
      onClose={onClose}
      closeWord={t('form.cancel')}
      foot={
        <>
          {tried && bad && <span className="s missing-word">{t('ladders.badAfter')}</span>}
          <span className="sp" />
          <Button kind="primary" busy={doing.busy} onClick={() => void save()}>
            {t('ladders.save', { version: ladder.version + 1 })}
          </Button>
        </>
      }
    >
      <div className="col g12">
        <LadderPicture ladder={{ ...ladder, steps: whole }} />
        <ol className="ladder-steps">
          {steps.map((step, index) => (
            <li key={step.number} aria-label={t('ladders.step', { number: index + 1 })}>
              <Choose word={t('ladders.when')} value={step.when} options={[['unsigned', t('ladders.unsigned')], ['unmet', t('ladders.unmet')]]} onChange={(when) => change(index, { when })} />
              <label>
                <span>{t('ladders.after')}</span>
                <span className="row g4">
                  <input className="input right" inputMode="decimal" value={step.minutes} onChange={(event) => change(index, { minutes: event.target.value })} />
                  {t('ladders.minutes')}
                </span>
              </label>
              <Choose word={t('ladders.effect')} value={step.effect} options={effects.map((each) => [each, t(`ladders.effects.${each}`)])} onChange={(effect) => change(index, { effect })} />
              <Choose word={t('ladders.addressee')} value={step.addressee} options={addressees.map((each) => [each, t(`ladders.addressees.${each}`)])} onChange={(addressee) => change(index, { addressee })} />
              {step.addressee === 'nearest-with-duty' && (
                <Choose word={t('ladders.duty')} value={step.duty ?? 'command'} options={ladderDuties.map((each) => [each, t(`ladders.duties.${each}`)])} onChange={(duty) => change(index, { duty })} />
              )}
              <Button small onClick={() => setSteps(steps.filter((each) => each !== step))}>
                {t('ladders.dropStep')}
              </Button>
            </li>
          ))}
        </ol>
        <div>
          <Button small onClick={() => setSteps([...steps, { tells: '', number: Math.max(0, ...steps.map((step) => step.number)) + 1, when: 'unmet', minutes: '30', effect: 'tell', addressee: 'chief-of-holder', duty: null }])}>
            {t('ladders.addStep')}
          </Button>
        </div>
        {doing.refused && <Failed title={t('ladders.failed')}>{doing.refused}</Failed>}
      </div>
    </Dialog>
  );
}

function known(duty: string | null | undefined): (typeof ladderDuties)[number] {
  return ladderDuties.find((each) => each === duty) ?? 'command';
}

function Choose({ word, value, options, onChange }: { word: string; value: string; options: [string, string][]; onChange: (value: string) => void }) {
  return (
    <label>
      <span>{word}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
