import { useTranslation } from 'react-i18next';
import type { Episode } from '../../api/types';
import { Icon } from '../../ui/Icon';
import { momentOf, timeOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { useNow } from '../../ui/ticker';
import { EarlierList } from './EarlierList';
import type { Opened } from './EpisodePage';
import { LadderList } from './LadderList';
import { SignalList } from './SignalList';
import { UnmaskKey } from './UnmaskKey';
import { useSpoken } from './scriptApi';
import { RuleList } from './WhyPanel';

interface StoryColumnProps {
  episode: Episode;
  opened: Opened | undefined;
  onChanged: () => void;
}

/** The left column: why we call, what the person is going through, what was done, and how to speak. */
export function StoryColumn({ episode, opened, onChanged }: StoryColumnProps) {
  const { t } = useTranslation('warning');
  const now = useNow();
  const language = useLanguage();
  const unsigned = episode.orders.find((order) => !order.signedAt && order.state === 'issued');
  const script = useSpoken(episode.scamType).data?.script;
  return (
    <div className="card side">
      <SignalList episode={episode} opened={opened} onChanged={onChanged} />
      <section>
        <h2 className="h3">{t('episode.why')}</h2>
        <ul className="m t2">
          {episode.rules
            .filter((rule) => rule.fact)
            .map((rule) => (
              <li key={rule.id}>{rule.fact}</li>
            ))}
        </ul>
      </section>
      <section>
        <h2 className="h3">{t('episode.experience')}</h2>
        <p className="m t2" lang="zh-CN">
          {script?.what}
        </p>
        <ol className="stages" lang="zh-CN">
          {script?.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      {opened?.content.earlier && <EarlierList earlier={opened.content.earlier} />}
      {unsigned && (
        <section>
          <h2 className="h3">{t('panel.unsigned')}</h2>
          <LadderList order={unsigned} />
        </section>
      )}
      <section>
        <h2 className="h3">{t('script.manner')}</h2>
        <ul className="m t2" lang="zh-CN">
          {script?.manner.map((each) => (
            <li key={each}>{each}</li>
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
      {opened && (
        <section>
          <h2 className="h3">{t('episode.person')}</h2>
          <dl className="fields">
            {opened.content.nationalId && (
              <div>
                <dt className="s t3">{t('episode.nationalId')}</dt>
                <dd className="m">
                  <UnmaskKey episodeId={episode.id} field="nationalId" word={t('episode.nationalId')} masked={opened.content.nationalId} purpose={opened.purpose} />
                </dd>
              </div>
            )}
            {opened.content.address && (
              <div>
                <dt className="s t3">{t('episode.address')}</dt>
                <dd className="m">{opened.content.address}</dd>
              </div>
            )}
          </dl>
          {(opened.content.notes ?? []).map((note) => (
            <blockquote key={note.at + note.words} className="note-line">
              <span className="m">{note.words}</span>
              <span className="s t3">
                {note.by} {momentOf(note.at, language, now)}
              </span>
            </blockquote>
          ))}
        </section>
      )}
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
