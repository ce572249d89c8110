import { timeOf } from '../../ui/format';
import type { Answer } from './check';
import { Cross, PhoneIcon, TickDisc, StopOctagon } from './shapes';
import type { Say } from './words';

export function Genuine({ answer, say, onDone }: { answer: Extract<Answer, { kind: 'genuine' }>; say: Say; onDone: () => void }) {
  return (
    <>
      <h1 className="verdict genuine" tabIndex={-1}>
        <TickDisc />
        {say('genuine')}
      </h1>
      <p className="lead">{say('genuine.from', { unit: answer.unitName })}</p>
      <dl className="facts">
        <dt>{say('genuine.askWord')}</dt>
        <dd>{say('genuine.ask', { tail: answer.staffNumberTail })}</dd>
        <dt>{say('genuine.whenWord')}</dt>
        <dd>{say('genuine.when', { time: timeOf(answer.at) })}</dd>
        <dt>{say('genuine.codeWord')}</dt>
        <dd>{say('genuine.code')}</dd>
      </dl>
      <div className="never">
        <h2>{say('never.title')}</h2>
        <ul>
          {(['never.money', 'never.code', 'never.screen'] as const).map((key) => (
            <li key={key}>
              <Cross />
              {say(key)}
            </li>
          ))}
        </ul>
        <p>{say('never.then')}</p>
      </div>
      <button type="button" className="key main" onClick={onDone}>
        {say('understood')}
      </button>
    </>
  );
}

export function NotGenuine({ triesLeft, say, onAgain }: { triesLeft: number; say: Say; onAgain: () => void }) {
  return (
    <>
      <h1 className="verdict false" tabIndex={-1}>
        <StopOctagon />
        <span>
          <span className="phrase">{say('false1')}</span> <span className="phrase">{say('false2')}</span>
        </span>
      </h1>
      <p className="lead">{say('false.advice')}</p>
      <a className="key red" href="tel:96110">
        <PhoneIcon />
        {say('false.call')}
      </a>
      <p className="hint">{say('false.same')}</p>
      {triesLeft > 0 ? (
        <>
          <button type="button" className="key" onClick={onAgain}>
            {say('false.again')}
          </button>
          <p className="hint">{say('false.left', { n: triesLeft })}</p>
        </>
      ) : (
        <p className="lead">{say('false.none')}</p>
      )}
    </>
  );
}

export function Unchecked({ kind, say, onAgain }: { kind: 'busy' | 'cut'; say: Say; onAgain: () => void }) {
  return (
    <>
      <h1 tabIndex={-1}>{say(kind)}</h1>
      <button type="button" className="key main" onClick={onAgain}>
        {say('cut.again')}
      </button>
    </>
  );
}

export function Thanks({ say, onAgain }: { say: Say; onAgain: () => void }) {
  return (
    <>
      <h1 tabIndex={-1}>{say('thanks.title')}</h1>
      <p className="hint">{say('thanks.text')}</p>
      <button type="button" className="key" onClick={onAgain}>
        {say('again')}
      </button>
    </>
  );
}
