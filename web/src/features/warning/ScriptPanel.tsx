import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallerCode } from '../../api/types';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { KeyCap } from '../../ui/KeyCap';
import { Failed, Waiting } from '../../ui/States';
import { useKeys } from '../../ui/useKeys';
import { beliefs, spokenWith, useSpoken, type Belief } from './scriptApi';
import { useSpokenValues } from './spokenValues';

const answerKeys = ['7', '8', '9', '0'];

interface ScriptPanelProps {
  scamType: string | null;
  code: CallerCode | undefined;
  belief: Belief | undefined;
  onBelief: (belief: Belief) => void;
}

/** What to say next is the largest text of the page. Belief by 1 to 6, the next passage by space, answers by 7 to 0. */
export function ScriptPanel({ scamType, code, belief, onBelief }: ScriptPanelProps) {
  const { t } = useTranslation(['script', 'warning', 'ui']);
  const found = useSpoken(scamType);
  const values = useSpokenValues(code);
  const [at, setAt] = useState(0);
  const [answer, setAnswer] = useState<number>();
  const script = found.data?.script;
  const passages = script ? (belief ? script.branches[belief] : [script.opening]) : [];
  const choose = (to: Belief) => {
    onBelief(to);
    setAt(0);
    setAnswer(undefined);
  };
  const step = (by: number) => {
    if (answer === undefined) setAt(Math.max(0, Math.min(at + by, passages.length - 1)));
    setAnswer(undefined);
  };
  useKeys({
    ...Object.fromEntries(beliefs.map((each, index) => [String(index + 1), () => choose(each)])),
    ...Object.fromEntries(answerKeys.map((key, index) => [key, () => setAnswer(index)])),
    Space: () => step(1),
    r: () => step(-1),
  });
  if (!script) return found.isError ? <Failed title={t('ui:failed')}>{found.error.message}</Failed> : <Waiting rows={6} />;
  const say = (text: string) => spokenWith(text, values);
  const chosen = answer === undefined ? undefined : script.answers[answer];
  const next = chosen ? undefined : passages[at + 1];
  return (
    <>
      <div className="beliefs" role="group" aria-label={t('warning:script.belief')}>
        {beliefs.map((each, index) => (
          <button key={each} type="button" className="belief" aria-pressed={each === belief} onClick={() => choose(each)}>
            {t(`belief.${each}`)}
            <KeyCap>{index + 1}</KeyCap>
          </button>
        ))}
      </div>
      <section className="say">
        <div className="row g8 wrap">
          <span className="m t2">{t('warning:script.now')}</span>
          <Chip>
            {t(`warning:scam.${found.data?.scamType as 'other'}`)} · {t('version', { version: found.data?.version })}
          </Chip>
          <span className="sp" />
          <span className="s t2">{chosen ? t('answering') : belief ? t('said', { at: at + 1, of: passages.length }) : t('openingHint')}</span>
        </div>
        <p className="say-line" lang="zh-CN" aria-live="polite">
          {say(chosen?.answer ?? passages[at] ?? '')}
        </p>
        {next && (
          <p className="say-next">
            <span className="t3">{t('warning:script.next')}</span> <span lang="zh-CN">{say(next)}</span>
          </p>
        )}
        <div className="row g8 wrap">
          <Button kind="primary" keyCap={t('ui:space')} onClick={() => step(1)}>
            {chosen ? t('backToScript') : t('warning:script.heard')}
          </Button>
          <Button keyCap="R" onClick={() => step(-1)}>
            {t('again')}
          </Button>
        </div>
      </section>
      <section className="asks">
        <div className="row g8">
          <h2 className="h3">{t('warning:script.ask')}</h2>
          <span className="s t3">{t('warning:script.askHint')}</span>
        </div>
        <ul>
          {script.answers.map((each, index) => (
            <li key={each.question}>
              <button type="button" className="ask" lang="zh-CN" aria-pressed={index === answer} onClick={() => setAnswer(index)}>
                <KeyCap>{answerKeys[index]}</KeyCap>
                <span className="t2">{each.question}</span>
                <span>{say(each.answer)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="asks">
        <details>
          <summary>
            <h2 className="h3">{t('part.questions')}</h2> <span className="s t3">{t('questionsHint')}</span>
          </summary>
          <ol className="stages" lang="zh-CN">
            {script.questions.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ol>
        </details>
      </section>
    </>
  );
}
