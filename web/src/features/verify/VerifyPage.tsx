import { useEffect, useRef, useState } from 'react';
import { Genuine, NotGenuine, Thanks, Unchecked } from './Answers';
import { checkCaller, type Answer } from './check';
import { digitsOf, Question } from './Question';
import { PhoneIcon, SpeakerIcon } from './shapes';
import { readAloud, silence } from './speech';
import { sayIn } from './words';

type Step = 'code' | 'last' | 'answer' | 'thanks';

const remembered = 'lianxin.elder';

export function VerifyPage({ demo }: { demo: boolean }) {
  const [language, setLanguage] = useState<'zh' | 'en'>(() => (new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh'));
  const [elder, setElder] = useState(() => localStorage.getItem(remembered) === 'yes' || new URLSearchParams(location.search).has('elder'));
  const [reading, setReading] = useState(false);
  const [step, setStep] = useState<Step>('code');
  const [code, setCode] = useState(() => digitsOf(location.hash).slice(0, 6));
  const [lastFour, setLastFour] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const page = useRef<HTMLElement>(null);
  const say = sayIn(language);

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.classList.toggle('elder', elder);
    document.title = sayIn(language)('title');
  }, [language, elder]);

  const go = (to: Step) => {
    silence();
    setReading(false);
    setStep(to);
    requestAnimationFrame(() => (page.current?.querySelector<HTMLElement>('input') ?? page.current?.querySelector<HTMLElement>('h1'))?.focus());
  };
  const check = async () => {
    if (busy) return;
    setBusy(true);
    const found = await checkCaller(code, lastFour, language);
    setBusy(false);
    setAnswer(found);
    go('answer');
  };
  const again = () => {
    setCode('');
    setLastFour('');
    go('code');
  };
  const paid = step === 'answer' && answer?.kind === 'false';
  return (
    <div className="verify">
      <header>
        <span className="name">
          {say('title')}
          {demo && <span className="demo">{say('demo')}</span>}
        </span>
        <button
          type="button"
          className="tool"
          aria-pressed={elder}
          onClick={() => {
            localStorage.setItem(remembered, elder ? 'no' : 'yes');
            setElder(!elder);
          }}
        >
          <span aria-hidden="true" className="bigger">
            A+
          </span>
          {elder ? say('standard') : say('elder')}
        </button>
        <button type="button" className="tool" aria-pressed={reading} onClick={() => setReading(reading ? silence() : readAloud(page.current, language, () => setReading(false)))}>
          <SpeakerIcon />
          {reading ? say('stop') : say('read')}
        </button>
      </header>
      <main ref={page}>
        {step === 'code' && (
          <Question say={say} step={1} ask={say('code.ask')} hint={say('code.hint')} digits={6} value={code} onChange={setCode} onNext={() => go('last')} nextWord={say('next')}>
            <p className="note">
              <span className="phrase">
                {say('code.note1')}
                <b>{say('code.note2')}</b>
                {say('code.note3')}
              </span>
              <span className="phrase">{say('code.note4')}</span>
              <b className="phrase">{say('code.note5')}</b>
            </p>
          </Question>
        )}
        {step === 'last' && (
          <Question
            say={say}
            step={2}
            ask={say('last.ask')}
            hint={say('last.hint')}
            digits={4}
            value={lastFour}
            onChange={setLastFour}
            onNext={() => void check()}
            nextWord={busy ? say('checking') : say('check')}
            busy={busy}
          >
            <button type="button" className="plain" onClick={() => go('code')}>
              {say('back')}
            </button>
          </Question>
        )}
        {step === 'answer' && answer?.kind === 'genuine' && <Genuine answer={answer} say={say} onDone={() => go('thanks')} />}
        {step === 'answer' && answer?.kind === 'false' && <NotGenuine triesLeft={answer.triesLeft} say={say} onAgain={again} />}
        {step === 'answer' && (answer?.kind === 'busy' || answer?.kind === 'cut') && <Unchecked kind={answer.kind} say={say} onAgain={() => void check()} />}
        {step === 'thanks' && <Thanks say={say} onAgain={again} />}
        <button type="button" className="plain language" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
          {say('language')}
        </button>
      </main>
      <aside>
        <a className="key phone" href={paid ? 'tel:110' : 'tel:96110'}>
          <PhoneIcon />
          <span>{paid ? say('phone.paid') : say('phone.unsure')}</span>
          <b>{paid ? '110' : '96110'}</b>
        </a>
        <p className="hint">{say('phone.hangup')}</p>
      </aside>
    </div>
  );
}
