import { useTranslation } from 'react-i18next';
import type { Episode, MadeCall } from '../../api/types';
import { Chip } from '../../ui/Chip';
import { ClockFigure } from '../../ui/Clock';
import { momentOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { WhyLine } from '../../ui/Refusal';
import { useNow } from '../../ui/ticker';
import { callResults } from './callResults';
import { beliefs } from './scriptApi';

const most = 5;

/** The attempts so far and what comes next by which rule. */
export function AttemptList({ calls, over }: { calls: NonNullable<Episode['calls']>; over: boolean }) {
  const { t } = useTranslation(['script', 'warning']);
  const now = useNow();
  const language = useLanguage();
  if (calls.made.length === 0) return <p className="s t3">{t('attempt.none')}</p>;
  return (
    <>
      {calls.next && !over && (
        <div className="attempt-next">
          <WhyLine>
            {calls.next} <span className="t3 num">{calls.rule}</span>
          </WhyLine>
          {calls.nextAt && <ClockFigure facts={{ startedAt: calls.made[0]?.at ?? calls.nextAt, dueAt: calls.nextAt, ending: calls.next }} />}
        </div>
      )}
      <ul className="attempts" aria-label={t('attempt.list')}>
        {calls.made.slice(0, most).map((call) => (
          <li key={call.at} className="timed">
            <span className="num t3">{momentOf(call.at, language, now)}</span>
            <span className="row g8 wrap">
              <Chip kind={call.result === 'reached' ? 'reached' : call.result ? 'fact' : 'notyet'}>{resultWord(call, t)}</Chip>
              {!call.own && <Chip>{t('attempt.others')}</Chip>}
              <span className="t2">{call.by}</span>
              {call.way.length > 0 && <span className="t2">{call.way.map((each) => beliefWord(each, t)).join(' → ')}</span>}
              {call.scriptVersion !== null && <span className="s t3">{t('version', { version: call.scriptVersion })}</span>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

type Words = ReturnType<typeof useTranslation<['script', 'warning']>>['t'];

function resultWord(call: MadeCall, t: Words): string {
  if (call.result === 'not-made') return t('attempt.notMade');
  const known = callResults.find((each) => each.result === call.result);
  return known ? t(`warning:call.results.${known.result}`) : t('attempt.open');
}

function beliefWord(word: string, t: Words): string {
  const known = beliefs.find((each) => each === word);
  return known ? t(`belief.${known}`) : word;
}
