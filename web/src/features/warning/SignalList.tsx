import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionOf } from '../../api/actions';
import type { Episode } from '../../api/types';
import { Button } from '../../ui/Button';
import { momentOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { ActionButton } from '../../ui/Refusal';
import { Failed } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { UndoLine } from '../../ui/UndoLine';
import { useDoing } from '../../ui/useDoing';
import { joinEpisode, splitSignals } from './api';
import type { Opened } from './EpisodePage';

interface SignalListProps {
  episode: Episode;
  opened: Opened | undefined;
  onChanged: () => void;
}

/** What can be taken back: signals that were parted join again, an episode that was joined is parted again. */
type Undo = { was: 'split'; number: string } | { was: 'join'; signals: string[] };

/** Every signal about the person; wrong company is parted, parted company joined, and either taken back. */
export function SignalList({ episode, opened, onChanged }: SignalListProps) {
  const { t } = useTranslation('warning');
  const now = useNow();
  const language = useLanguage();
  const doing = useDoing();
  const [chosen, setChosen] = useState<string[]>([]);
  const [other, setOther] = useState('');
  const [undo, setUndo] = useState<Undo>();
  const split = actionOf(episode.actions, 'split');
  const join = actionOf(episode.actions, 'join');
  const part = () =>
    doing.run(async () => {
      const after = await splitSignals(episode.id, chosen);
      const number = after.history.findLast((line) => line.action === 'split')?.number;
      setUndo(number ? { was: 'split', number } : undefined);
      setChosen([]);
      onChanged();
    });
  const unite = (number: string) =>
    doing.run(async () => {
      const before = episode.signals.map((signal) => signal.id);
      const after = await joinEpisode(episode.id, number);
      const came = after.signals.map((signal) => signal.id).filter((id) => !before.includes(id));
      setUndo(came.length > 0 ? { was: 'join', signals: came } : undefined);
      setOther('');
      onChanged();
    });
  const takeBack = () =>
    doing.run(async () => {
      if (undo?.was === 'split') await joinEpisode(episode.id, undo.number);
      if (undo?.was === 'join') await splitSignals(episode.id, undo.signals);
      setUndo(undefined);
      onChanged();
    });
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
            {split.offered && !split.closed && episode.signals.length > 1 && (
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
          <ActionButton small busy={doing.busy} closed={split.closed} onClick={() => void part()}>
            {t('episode.signal.split')}
          </ActionButton>
        </div>
      )}
      {undo && (
        <UndoLine busy={doing.busy} onUndo={() => void takeBack()}>
          {undo.was === 'split' ? t('episode.signal.splitDone', { number: undo.number }) : t('episode.signal.joinDone')}
        </UndoLine>
      )}
      {join.offered && !join.closed && (
        <details className="join">
          <summary className="s t2">{t('episode.signal.joinBack')}</summary>
          <form
            className="row g8"
            onSubmit={(event) => {
              event.preventDefault();
              if (other.trim()) void unite(other.trim());
            }}
          >
            <input className="input" aria-label={t('episode.signal.joinNumber')} placeholder={t('episode.signal.joinNumber')} value={other} onChange={(event) => setOther(event.target.value)} />
            <Button small type="submit" busy={doing.busy}>
              {t('episode.signal.joinDo')}
            </Button>
          </form>
        </details>
      )}
      {doing.refused && <Failed title={t('refused', { ns: 'ui' })}>{doing.refused}</Failed>}
    </section>
  );
}
