import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionOf } from '../../api/actions';
import type { Episode } from '../../api/types';
import { Icon } from '../../ui/Icon';
import { momentOf, timeOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { ActionButton } from '../../ui/Refusal';
import { useNow } from '../../ui/ticker';
import { joinEpisode, splitSignals } from './api';
import type { Opened } from './EpisodePage';
import { LadderList } from './LadderList';
import { scriptTypeOf } from './scamTypes';
import { RuleList } from './WhyPanel';

const steps = ['0', '1', '2', '3', '4'] as const;
const manners = ['0', '1', '2'] as const;

interface StoryColumnProps {
  episode: Episode;
  opened: Opened | undefined;
  onChanged: () => void;
}

/** The left column: why we call, what the person is going through, what was done, and how to speak. */
export function StoryColumn({ episode, opened, onChanged }: StoryColumnProps) {
  const { t } = useTranslation(['warning', 'script']);
  const now = useNow();
  const language = useLanguage();
  const unsigned = episode.orders.find((order) => !order.signedAt && order.state === 'issued');
  const script = scriptTypeOf(episode.scamType);
  return (
    <div className="card side">
      <Signals episode={episode} opened={opened} onChanged={onChanged} />
      <section>
        <h2 className="h3">{t('episode.experience')}</h2>
        <ol className="stages">
          {steps.map((step) => (
            <li key={step}>{t(`script:stages.${script}.${step}`)}</li>
          ))}
        </ol>
      </section>
      {unsigned && (
        <section>
          <h2 className="h3">{t('panel.unsigned')}</h2>
          <LadderList order={unsigned} />
        </section>
      )}
      <section>
        <h2 className="h3">{t('script.manner')}</h2>
        <ul className="m t2">
          {manners.map((each) => (
            <li key={each}>{t(`script:manner.${each}`)}</li>
          ))}
        </ul>
      </section>
      <section>
        <details>
          <summary>
            <h2 className="h3">{t('episode.rules')}</h2>
          </summary>
          <RuleList episode={episode} />
        </details>
      </section>
      <section>
        <h2 className="h3">{t('episode.history')}</h2>
        {episode.history.map((entry) => (
          <div key={entry.at + entry.what} className="timed">
            <span className="num t3">{momentOf(entry.at, language, now)}</span>
            <span>
              <span className="t2">{entry.actor}</span> {entry.what} {entry.detail ?? ''}
            </span>
          </div>
        ))}
      </section>
      {opened && Object.keys(opened.content.fields ?? {}).length > 0 && (
        <section>
          <details>
            <summary>
              <h2 className="h3">{t('episode.fields')}</h2>
            </summary>
            <dl className="fields">
              {Object.entries(opened.content.fields).map(([name, value]) => (
                <div key={name}>
                  <dt className="s t3">{name}</dt>
                  <dd className="m">{value}</dd>
                </div>
              ))}
            </dl>
          </details>
        </section>
      )}
      {opened && (
        <section className="side-acts">
          <span className="why-line">
            <Icon name="eye" small />
            <span>{t('episode.opened', { purpose: t(`episode.purposes.${opened.purpose as 'dissuade'}`), time: timeOf(opened.at) })}</span>
          </span>
        </section>
      )}
    </div>
  );
}

function Signals({ episode, opened, onChanged }: StoryColumnProps) {
  const { t } = useTranslation('warning');
  const now = useNow();
  const language = useLanguage();
  const [chosen, setChosen] = useState<string[]>([]);
  const [other, setOther] = useState('');
  const [said, setSaid] = useState<string>();
  const split = actionOf(episode.actions, 'split');
  const join = actionOf(episode.actions, 'join');
  const trying = async (act: () => Promise<unknown>, done?: string) => {
    try {
      await act();
      setSaid(done);
      setChosen([]);
      onChanged();
    } catch (error) {
      setSaid(error instanceof Error ? error.message : '');
    }
  };
  return (
    <section>
      <h2 className="h3">{t('episode.contact')}</h2>
      {episode.signals.map((signal) => {
        const story = opened?.content.signals?.find((each) => each.id === signal.id)?.description ?? signal.summary;
        return (
          <label key={signal.id} className="timed signal">
            <span className="num t3">{momentOf(signal.at, language, now)}</span>
            <span>
              {signal.source}
              {story ? `：${story}` : ''}
            </span>
            {split.offered && episode.signals.length > 1 && (
              <input
                type="checkbox"
                aria-label={t('episode.signal.select', { text: signal.source })}
                checked={chosen.includes(signal.id)}
                onChange={(event) => setChosen(event.target.checked ? [...chosen, signal.id] : chosen.filter((each) => each !== signal.id))}
              />
            )}
          </label>
        );
      })}
      {chosen.length > 0 && chosen.length < episode.signals.length && (
        <div className="col g4">
          <span className="s t2">{t('episode.signal.splitWhy')}</span>
          <ActionButton small closed={split.closed} onClick={() => void trying(() => splitSignals(episode.id, chosen), t('episode.signal.splitDone'))}>
            {t('episode.signal.split')}
          </ActionButton>
        </div>
      )}
      {join.offered && (
        <details className="join">
          <summary className="s t2">{t('episode.signal.joinBack')}</summary>
          <div className="row g8">
            <input className="input" aria-label={t('episode.signal.joinNumber')} placeholder={t('episode.signal.joinNumber')} value={other} onChange={(event) => setOther(event.target.value)} />
            <ActionButton small closed={join.closed} onClick={() => void trying(() => joinEpisode(episode.id, other.trim()))}>
              {t('episode.signal.joinDo')}
            </ActionButton>
          </div>
        </details>
      )}
      {said && (
        <p className="s t2" role="status">
          {said}
        </p>
      )}
    </section>
  );
}
