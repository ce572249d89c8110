import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { actionOf } from '../../api/actions';
import type { Call, CallerCode, OpenedEpisode } from '../../api/types';
import { paths } from '../../paths';
import { Chip } from '../../ui/Chip';
import { yuan } from '../../ui/format';
import { PageFrame } from '../../ui/PageFrame';
import { Failed, Waiting } from '../../ui/States';
import { serverNow } from '../../ui/ticker';
import { useKeys } from '../../ui/useKeys';
import { useEpisode } from './api';
import { CallPanel } from './CallPanel';
import { HonestDot } from './HonestDot';
import { OpenCard } from './OpenCard';
import { OutcomeForm } from './OutcomeForm';
import { personOf, placeWord, stateWord } from './QueueRow';
import { ScriptPanel, type Belief } from './ScriptPanel';
import { StoryColumn } from './StoryColumn';
import { TrackStrip } from './TrackStrip';
import './episode.css';
import './warning.css';

export interface Opened {
  content: OpenedEpisode;
  purpose: string;
  at: number;
}

/** One episode: covered until a purpose is named; then call, script, orders and outcome on one page. */
export function EpisodePage() {
  const { t } = useTranslation('warning');
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const found = useEpisode(id);
  const [opened, setOpened] = useState<Opened>();
  const [running, setRunning] = useState<Call>();
  const [code, setCode] = useState<CallerCode>();
  const [belief, setBelief] = useState<Belief>('unsure');
  useKeys({ Backspace: () => void navigate(paths.queue), ArrowLeft: () => void navigate(paths.queue) });
  const episode = found.data?.id === id ? found.data : undefined;
  if (!episode) {
    return found.isError ? (
      <div className="pad">
        <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>
      </div>
    ) : (
      <Waiting rows={8} />
    );
  }
  const refresh = () => void queries.invalidateQueries({ queryKey: ['episode'] });
  const open = actionOf(episode.actions, 'open');
  return (
    <PageFrame
      title={
        <span className="row g12 wrap">
          <span>{opened?.content.name ?? episode.nameMasked}</span>
          <span className="person-about">{personOf(episode, t)}</span>
          {episode.moneyMoving && <Chip kind="life">{t('episode.movingChip')}</Chip>}
          <Chip>{levelWord(episode.level, t)}</Chip>
          <Chip>{t('victim')}</Chip>
          <Chip kind={episode.state === 'closed' ? 'reached' : 'fact'}>{stateWord(episode.state, t)}</Chip>
        </span>
      }
      actions={
        <span className="amount-head">
          <span className="s t2">{episode.moneyMoving ? t('row.moving') : t('episode.amount')}</span>
          {episode.amountCents === null ? (
            <span className="s t2">{t('row.amountOpen')}</span>
          ) : (
            <>
              <b className="num">{yuan(episode.amountCents)}</b>
              <span className="s t2">{t('yuan', { ns: 'ui' })}</span>
            </>
          )}
        </span>
      }
      filters={
        <p className="m t2">
          <span className="num">{episode.number}</span> · <span title={episode.place?.name}>{placeWord(episode) ?? t('row.placeOpen')}</span> · {episode.scamTypeName ?? t('row.kindOpen')}
          {episode.phoneMasked && (
            <>
              {' '}
              · <span className="mask num">{episode.phoneMasked}</span>
            </>
          )}
        </p>
      }
      keys={[
        { keys: ['1', '–', '6'], word: t('keys.belief') },
        { keys: [t('space', { ns: 'ui' })], word: t('keys.next') },
        { keys: ['7', '–', '0'], word: t('keys.answers') },
        { keys: ['←'], word: t('keys.back') },
      ]}
      honesty={<HonestDot />}
    >
      <div className="episode">
        <TrackStrip episode={episode} running={running} />
        <div className="episode-cols">
          <StoryColumn episode={episode} opened={opened} onChanged={refresh} />
          <div className="card episode-middle">
            {opened ? (
              <ScriptPanel episode={episode} opened={opened} code={code} belief={belief} onBelief={setBelief} />
            ) : (
              <OpenCard episode={episode} closed={open.closed} onOpened={(content, purpose) => setOpened({ content, purpose, at: serverNow() })} />
            )}
          </div>
          <div className="card side episode-right">
            <CallPanel episode={episode} opened={opened} running={running} code={code} onRunning={setRunning} onCode={setCode} onChanged={refresh} />
            <OutcomeForm episode={episode} belief={belief} onChanged={refresh} />
          </div>
        </div>
      </div>
    </PageFrame>
  );
}

export function levelWord(level: string, t: ReturnType<typeof useTranslation<'warning'>>['t']): string {
  const known = (['high', 'medium', 'low'] as const).find((each) => each === level.toLowerCase());
  return known ? t(`level.${known}`) : level;
}
