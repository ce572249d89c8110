import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallerCode, Episode } from '../../api/types';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { KeyCap } from '../../ui/KeyCap';
import { useKeys } from '../../ui/useKeys';
import type { Opened } from './EpisodePage';

export const beliefs = ['believes', 'unsure', 'disbelieves', 'coached', 'paid', 'hung-up'] as const;
export type Belief = (typeof beliefs)[number];

const answers = ['0', '1', '2', '3'] as const;
const answerKeys = ['7', '8', '9', '0'];

interface ScriptPanelProps {
  episode: Episode;
  opened: Opened;
  code: CallerCode | undefined;
  belief: Belief;
  onBelief: (belief: Belief) => void;
}

/** What to say next is the largest text of the page. Belief by 1 to 6, answers by 7 to 0. */
export function ScriptPanel({ episode, code, belief, onBelief }: ScriptPanelProps) {
  const { t } = useTranslation(['script', 'warning']);
  const [second, setSecond] = useState(false);
  const [answer, setAnswer] = useState<(typeof answers)[number]>();
  const choose = (to: Belief) => {
    onBelief(to);
    setSecond(false);
    setAnswer(undefined);
  };
  useKeys({
    ...Object.fromEntries(beliefs.map((each, index) => [String(index + 1), () => choose(each)])),
    ...Object.fromEntries(answerKeys.map((key, index) => [key, () => setAnswer(answers[index])])),
    Space: () => setSecond(!second),
  });
  const shownCode = code ? `${code.code.slice(0, 3)} ${code.code.slice(3)}` : '••• •••';
  const line = answer !== undefined ? t(`ask.${answer}.a`) : second ? t(`next.${belief}`) : t(`say.${belief}`, { code: shownCode });
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
        <div className="row g8">
          <span className="m t2">{t('warning:script.now')}</span>
          <Chip>
            {episode.scamTypeName ?? t('warning:scam.other')} · {t('version')}
          </Chip>
        </div>
        <p className="say-line" aria-live="polite">
          {line}
        </p>
        {!second && answer === undefined && (
          <p className="say-next">
            <span className="t3">{t('warning:script.next')}</span> {t(`next.${belief}`)}
          </p>
        )}
        <div className="row g8">
          <Button
            kind="primary"
            keyCap={t('space', { ns: 'ui' })}
            onClick={() => {
              setAnswer(undefined);
              setSecond(!second);
            }}
          >
            {t('warning:script.heard')}
          </Button>
        </div>
      </section>
      <section className="asks">
        <div className="row g8">
          <h2 className="h3">{t('warning:script.ask')}</h2>
          <span className="s t3">{t('warning:script.askHint')}</span>
        </div>
        <ul>
          {answers.map((each, index) => (
            <li key={each}>
              <button type="button" className="ask" aria-pressed={each === answer} onClick={() => setAnswer(each)}>
                <KeyCap>{answerKeys[index]}</KeyCap>
                <span className="t2">{t(`ask.${each}.q`)}</span>
                <span>{t(`ask.${each}.a`)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
