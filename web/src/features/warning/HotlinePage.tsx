import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { momentOf } from '../../ui/format';
import { FormField } from '../../ui/FormField';
import { useLanguage } from '../../ui/language';
import { PageFrame } from '../../ui/PageFrame';
import { Empty, Failed } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { useDoing } from '../../ui/useDoing';
import { checkCode, type CodeCheck } from './api';
import './hotline.css';

const lengths = { code: 6, lastFour: 4 } as const;

/** The hotline checks a caller for somebody who reads the code out: two fields, Enter, and what to say. */
export function HotlinePage() {
  const { t } = useTranslation('warning');
  const doing = useDoing();
  const codeBox = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [lastFour, setLastFour] = useState('');
  const [tried, setTried] = useState(false);
  const [answer, setAnswer] = useState<CodeCheck>();
  const missing = (value: string, digits: number) => (tried && value.length !== digits ? t('hotline.missing', { count: digits }) : undefined);
  const ask = async () => {
    setTried(true);
    setAnswer(undefined);
    if (code.length !== lengths.code || lastFour.length !== lengths.lastFour) return;
    await doing.run(async () => {
      setAnswer(await checkCode(code, lastFour));
      setTried(false);
      setCode('');
      setLastFour('');
      codeBox.current?.focus();
    });
  };
  return (
    <PageFrame flowing title={t('hotline.title')} filters={<p className="m t2">{t('hotline.why')}</p>} keys={[{ keys: ['Enter'], word: t('hotline.check') }]} honesty={t('hotline.recorded')}>
      <form
        className="hotline-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <FormField word={t('hotline.code')} hint={t('hotline.codeHint')} missing={missing(code, lengths.code)}>
          {(wiring) => <input {...wiring} ref={codeBox} className="input num" inputMode="numeric" autoComplete="off" autoFocus value={code} onChange={(event) => setCode(digitsOf(event.target.value, lengths.code))} />}
        </FormField>
        <FormField word={t('hotline.lastFour')} hint={t('hotline.lastFourHint')} missing={missing(lastFour, lengths.lastFour)}>
          {(wiring) => <input {...wiring} className="input num" inputMode="numeric" autoComplete="off" value={lastFour} onChange={(event) => setLastFour(digitsOf(event.target.value, lengths.lastFour))} />}
        </FormField>
        <Button type="submit" kind="primary" keyCap="Enter" busy={doing.busy}>
          {t('hotline.check')}
        </Button>
      </form>
      {doing.refused && <Failed title={t('hotline.failed')}>{doing.refused}</Failed>}
      <div role="status">{answer ? <Told answer={answer} /> : !doing.refused && <Empty title={t('hotline.none')}>{t('hotline.noneWhy')}</Empty>}</div>
    </PageFrame>
  );
}

/** Digits as people say and paste them: full-width ones too, nothing else. */
function digitsOf(text: string, most: number): string {
  return text.normalize('NFKC').replaceAll(/\D/g, '').slice(0, most);
}

function Told({ answer }: { answer: CodeCheck }) {
  const { t } = useTranslation('warning');
  const now = useNow();
  const language = useLanguage();
  return (
    <section className={`card hotline-answer ${answer.verdict}`}>
      <h2>{t(`hotline.verdict.${answer.verdict}`)}</h2>
      {answer.at && answer.verdict !== 'genuine' && (
        <p className="m t2">
          {answer.usedBy ? t('hotline.usedAt', { time: momentOf(answer.at, language, now), by: t(`hotline.by.${answer.usedBy}`) }) : t('hotline.endedAt', { time: momentOf(answer.at, language, now) })}
        </p>
      )}
      <h3 className="h3">{t('hotline.say')}</h3>
      <ul>
        {answer.say.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
