import { useTranslation } from 'react-i18next';
import type { Call, Episode } from '../../api/types';
import type { TrackLine, TrackName } from '../../api/trackTypes';
import { Button } from '../../ui/Button';
import { Chip, type ChipKind } from '../../ui/Chip';
import { Clock } from '../../ui/Clock';
import { Icon, type IconName } from '../../ui/Icon';
import { momentOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { ActionButton } from '../../ui/Refusal';
import { Failed } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { useDoing } from '../../ui/useDoing';
import { reportTrack } from './api';
import { clockOf, orderClock } from './facts';

const icons: Record<TrackName, IconName> = { phone: 'phone', 'other-numbers': 'phone', family: 'people', 'work-unit': 'units', committee: 'house', visit: 'routing', patrol: 'routing', bank: 'bank' };
const kinds: Record<TrackLine['state'], ChipKind> = { none: 'notyet', sent: 'undecided', running: 'reached', reached: 'reached', failed: 'fact', ended: 'fact' };
const always: readonly TrackName[] = ['phone', 'visit'];
const visits = ['visit', 'take-over'];

interface TrackStripProps {
  episode: Episode;
  running: Call | undefined;
  onOpen: () => void;
  onChanged: () => void;
}

/** The ways to the person side by side, each as its order says, and the one clock they share. */
export function TrackStrip({ episode, running, onOpen, onChanged }: TrackStripProps) {
  const { t } = useTranslation('track');
  const { search } = episode;
  const shown = search.tracks.filter((line) => line.state !== 'none' || always.includes(line.track));
  return (
    <section className="card strip" aria-label={t('key')}>
      {shown.map((line) => (
        <TrackCell key={line.track} line={line} calling={line.track === 'phone' && running !== undefined} onChanged={onChanged} />
      ))}
      {!search.until && episode.state !== 'closed' && episode.state !== 'history' && (
        <div className="strip-cell">
          <ActionButton small icon="search" keyCap="F" closed={search.open.open ? undefined : { reason: search.open.reason ?? '' }} onClick={onOpen}>
            {t('open')}
          </ActionButton>
        </div>
      )}
      <SharedClock episode={episode} onOpen={onOpen} />
    </section>
  );
}

function TrackCell({ line, calling, onChanged }: { line: TrackLine; calling: boolean; onChanged: () => void }) {
  const { t } = useTranslation('track');
  const now = useNow();
  const language = useLanguage();
  const doing = useDoing();
  const state = calling ? 'running' : line.state;
  const report = (result: 'found' | 'not-found') => doing.run(() => reportTrack(line.orderId ?? '', result)).then((done) => done && onChanged());
  return (
    <div className={state === 'running' ? 'strip-cell running' : 'strip-cell'} data-track={line.track} data-state={state}>
      <span className={state === 'reached' || state === 'running' ? 'strip-icon on' : 'strip-icon'}>
        <Icon name={icons[line.track]} small />
      </span>
      <div className="grow">
        <div className="row g8">
          <b>{t(`name.${line.track}`)}</b>
          <span className="sp" />
          <Chip kind={kinds[state]}>{t(`state.${state}`)}</Chip>
        </div>
        {line.words ? (
          <p className="s t2" lang="zh-CN">
            {line.words}
          </p>
        ) : (
          <p className="s t2">{line.who ? `${line.who}${line.at ? ` · ${momentOf(line.at, language, now)}` : ''}` : t('state.none')}</p>
        )}
        {line.report && (
          <p className="row g8 wrap">
            <Button small busy={doing.busy} label={t('foundOn', { track: t(`name.${line.track}`) })} onClick={() => void report('found')}>
              {t('found')}
            </Button>
            <Button small busy={doing.busy} label={t('notFoundOn', { track: t(`name.${line.track}`) })} onClick={() => void report('not-found')}>
              {t('notFound')}
            </Button>
          </p>
        )}
        {doing.refused && <Failed title={t('reportFailed')}>{doing.refused}</Failed>}
      </div>
    </div>
  );
}

function SharedClock({ episode, onOpen }: { episode: Episode; onOpen: () => void }) {
  const { t } = useTranslation('warning');
  const { t: says } = useTranslation('track');
  const { since, until, familyBasis, open } = episode.search;
  const visit = episode.orders.find((order) => visits.includes(order.kind) && !order.ended);
  const clock = since && until ? { startedAt: since, dueAt: until, ending: '', life: episode.moneyMoving } : visit ? orderClock(visit) : episode.clock ? clockOf(episode.clock) : undefined;
  return (
    <div className="strip-cell clock">
      <div className="grow">
        <span className="s t2">{t('episode.tracks.word')}</span>
        {clock ? <Clock facts={clock} /> : <p className="m t3">{t('episode.tracks.clockNone')}</p>}
        <p className="s t3">{t('episode.tracks.alone')}</p>
        {familyBasis && <p className="s t2">{says('basis.recorded', { basis: says(`basis.${familyBasis.basis}`), by: familyBasis.by })}</p>}
        {until && open.open && (
          <Button small icon="search" keyCap="F" onClick={onOpen}>
            {says('open')}
          </Button>
        )}
      </div>
    </div>
  );
}
