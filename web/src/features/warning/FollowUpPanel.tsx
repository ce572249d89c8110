import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionOf } from '../../api/actions';
import type { Episode } from '../../api/types';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { centsFrom, momentOf, yuan } from '../../ui/format';
import { FormField } from '../../ui/FormField';
import { useLanguage } from '../../ui/language';
import { ActionButton } from '../../ui/Refusal';
import { Failed } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { useDoing } from '../../ui/useDoing';
import { recordFollowUp } from './api';

const results = ['safe', 'not-reached', 'lost'] as const;
type Result = (typeof results)[number];

/** Asked again at 1, 7 and 30 days: when, what came of it, and what was counted as saved and is not. */
export function FollowUpPanel({ episode, onChanged }: { episode: Episode; onChanged: () => void }) {
  const { t } = useTranslation('script');
  const now = useNow();
  const language = useLanguage();
  const doing = useDoing();
  const [result, setResult] = useState<Result>();
  const [lost, setLost] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const followUps = episode.followUps;
  if (!followUps || (followUps.items.length === 0 && followUps.unsavedCents === 0)) return null;
  const allowed = actionOf(episode.actions, 'follow-up');
  const cents = centsFrom(lost);
  const missing = result === 'lost' && !cents ? t('follow.missing') : undefined;
  const record = async () => {
    setTried(true);
    if (!result || missing) return;
    const done = await doing.run(() => recordFollowUp(episode.id, { result, ...(result === 'lost' && cents ? { lostCents: cents } : {}), ...(note ? { note } : {}) }));
    if (!done) return;
    setResult(undefined);
    setTried(false);
    setNote('');
    onChanged();
  };
  return (
    <section>
      <h2 className="h3">{t('follow.title')}</h2>
      {followUps.unsavedCents > 0 && <p className="outcome-was">{t('follow.unsaved', { amount: yuan(followUps.unsavedCents) })}</p>}
      <ul>
        {followUps.items.map((each) => (
          <li key={each.day} className="row g8 m">
            <span>{t('follow.day', { count: each.day })}</span>
            <span className="num t3">{momentOf(each.dueAt, language, now)}</span>
            <span className="sp" />
            <Chip kind={each.result === 'safe' ? 'reached' : each.result ? 'fact' : each.asked ? 'undecided' : 'notyet'}>{wordOf(each, t)}</Chip>
          </li>
        ))}
      </ul>
      {allowed.offered && !allowed.closed && (
        <form
          className="outcome"
          onSubmit={(event) => {
            event.preventDefault();
            void record();
          }}
        >
          <div className="outcome-keys" role="group" aria-label={t('follow.title')}>
            {results.map((each) => (
              <Button key={each} pressed={each === result} onClick={() => setResult(each)}>
                {t(`follow.result.${each}`)}
              </Button>
            ))}
          </div>
          {result === 'lost' && (
            <FormField word={t('follow.lost')} missing={tried ? missing : undefined}>
              {(wiring) => <input {...wiring} autoFocus className="input right" inputMode="decimal" value={lost} onChange={(event) => setLost(event.target.value)} />}
            </FormField>
          )}
          {result && <FormField word={t('follow.note')}>{(wiring) => <input {...wiring} className="input" value={note} onChange={(event) => setNote(event.target.value)} />}</FormField>}
          {doing.refused && <Failed title={t('follow.failed')}>{doing.refused}</Failed>}
          {result && (
            <ActionButton type="submit" busy={doing.busy} closed={tried && missing ? { reason: missing } : undefined}>
              {t('follow.record')}
            </ActionButton>
          )}
        </form>
      )}
    </section>
  );
}

type FollowUp = NonNullable<Episode['followUps']>['items'][number];

function wordOf(each: FollowUp, t: ReturnType<typeof useTranslation<'script'>>['t']): string {
  const known = results.find((result) => result === each.result);
  if (known) return t(`follow.result.${known}`);
  return each.asked ? t('follow.asked') : t('follow.planned');
}
