import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { actionOf } from '../../api/actions';
import type { OpenedEpisode } from '../../api/types';
import { paths } from '../../paths';
import { Chip } from '../../ui/Chip';
import { yuan } from '../../ui/format';
import { PageFrame } from '../../ui/PageFrame';
import { Failed, Waiting } from '../../ui/States';
import { serverNow } from '../../ui/ticker';
import { useKeys } from '../../ui/useKeys';
import { takeNext, useEpisode } from './api';
import { AwakeningPanel } from './awakening/AwakeningPanel';
import { CallPanel } from './CallPanel';
import { FollowUpPanel } from './FollowUpPanel';
import { HonestDot } from './HonestDot';
import { OpenCard } from './OpenCard';
import { OutcomeForm } from './OutcomeForm';
import { personOf, placeWord, stateWord } from './QueueRow';
import { outcomeKinds, spokenTo, type OutcomeKind } from './outcomeKinds';
import { ScriptPanel } from './ScriptPanel';
import { StopDialog } from './StopDialog';
import { StopPanel } from './StopPanel';
import { StoryColumn } from './StoryColumn';
import { TrackDialog } from './TrackDialog';
import { TrackStrip } from './TrackStrip';
import { useConversation } from './useConversation';
import { useKeyCount } from './useKeyCount';
import './episode.css';
import './warning.css';

/** The keys of a routine warning, free text apart. */
const routineKeys = 12;

export interface Opened {
  content: OpenedEpisode;
  purpose: string;
  at: number;
}

/** What was opened and said about one person is forgotten when the page turns to the next. */
export function EpisodePage() {
  const { id = '' } = useParams();
  return <Console key={id} id={id} />;
}

/** One episode: covered until a purpose is named; then call, script, orders and outcome on one page, by keyboard. */
function Console({ id }: { id: string }) {
  const { t } = useTranslation('warning');
  const { t: says } = useTranslation('script');
  const { t: seeks } = useTranslation('track');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const found = useEpisode(id);
  const pressed = useKeyCount();
  const [opened, setOpened] = useState<Opened>();
  const [kind, setKind] = useState<OutcomeKind>();
  const [nothing, setNothing] = useState(false);
  const [seeking, setSeeking] = useState(false);
  const [stopping, setStopping] = useState(false);
  const episode = found.data?.id === id ? found.data : undefined;
  const refresh = () => void queries.invalidateQueries({ queryKey: ['episode'] });
  const conversation = useConversation(id, episode?.scamType, refresh);
  const choose = async (to: OutcomeKind | undefined) => {
    if (to && conversation.running && spokenTo.includes(to) && !(await conversation.end('reached'))) return;
    setStopping(to === 'partly-paid');
    setKind(to === 'partly-paid' ? undefined : to);
  };
  const takeAnother = async () => {
    const taken = await takeNext(['call']).catch(() => undefined);
    setNothing(!taken?.order);
    if (taken?.order) void navigate(paths.episode(taken.order.subject.id));
  };
  useKeys({
    Backspace: () => void navigate(paths.queue),
    ArrowLeft: () => void navigate(paths.queue),
    ...(opened ? Object.fromEntries(outcomeKinds.map((each) => [each.key, () => void choose(each.kind)])) : {}),
    f: episode?.search.open.open ? () => setSeeking(true) : undefined,
    n: conversation.running ? undefined : () => void takeAnother(),
  });
  if (!episode) {
    return found.isError ? (
      <div className="pad">
        <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>
      </div>
    ) : (
      <Waiting rows={8} />
    );
  }
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
        { keys: ['Q', 'H', 'X', 'Z'], word: t('keys.outcome') },
        { keys: ['F'], word: seeks('key') },
        { keys: ['N'], word: t('keys.take') },
        { keys: ['←'], word: t('keys.back') },
      ]}
      honesty={
        <>
          <span className="key-count">{says('pressed', { count: pressed, most: routineKeys })}</span>
          <HonestDot />
        </>
      }
    >
      <div className="episode">
        <TrackStrip episode={episode} running={conversation.running} onOpen={() => setSeeking(true)} onChanged={refresh} />
        <div className="episode-cols">
          <StoryColumn episode={episode} opened={opened} onChanged={refresh} />
          <div className="card episode-middle">
            {opened ? (
              <ScriptPanel scamType={episode.scamType} code={conversation.code} belief={conversation.belief} onBelief={conversation.believe} />
            ) : (
              <OpenCard episode={episode} closed={open.closed} onOpened={(content, purpose) => setOpened({ content, purpose, at: serverNow() })} />
            )}
          </div>
          <div className="card side episode-right">
            <CallPanel episode={episode} opened={opened} conversation={conversation} deciding={kind !== undefined} />
            <StopPanel episode={episode} opened={opened} paid={conversation.belief === 'paid'} onAsk={() => void choose('partly-paid')} />
            <OutcomeForm episode={episode} belief={conversation.belief} kind={kind} onKind={(to) => void choose(to)} onChanged={refresh} />
            <FollowUpPanel episode={episode} onChanged={refresh} />
            <AwakeningPanel episode={episode} />
            {nothing && (
              <p className="section m t2" role="status">
                {t('queue.nothingToTake')}
              </p>
            )}
          </div>
        </div>
      </div>
      {stopping && <StopDialog episode={episode} onClose={() => setStopping(false)} onChanged={refresh} />}
      {seeking && <TrackDialog episode={episode} onClose={() => setSeeking(false)} onChanged={refresh} />}
    </PageFrame>
  );
}

export function levelWord(level: string, t: ReturnType<typeof useTranslation<'warning'>>['t']): string {
  const known = (['high', 'medium', 'low'] as const).find((each) => each === level.toLowerCase());
  return known ? t(`level.${known}`) : level;
}
