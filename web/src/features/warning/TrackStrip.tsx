import { useTranslation } from 'react-i18next';
import type { Call, Episode, TrackWord } from '../../api/types';
import { Chip, type ChipKind } from '../../ui/Chip';
import { Clock } from '../../ui/Clock';
import { Icon, type IconName } from '../../ui/Icon';
import { momentOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { useNow } from '../../ui/ticker';
import { clockOf, orderClock, trackKeys, type TrackKey } from './facts';

const icons: Record<TrackKey, IconName> = { phone: 'phone', family: 'people', visit: 'routing', bank: 'bank' };
const kinds: Record<TrackWord, ChipKind> = { none: 'notyet', sent: 'undecided', running: 'reached', reached: 'reached', failed: 'fact' };
const stateKeys = { none: 'not_started', sent: 'sent', running: 'running', reached: 'reached', failed: 'not_reached' } as const;
const orderKinds: Record<TrackKey, string[]> = { phone: ['call'], family: ['family', 'call-others'], visit: ['visit', 'search', 'take-over'], bank: ['bank', 'stop-payment'] };

/** The four ways to the person side by side, and the one clock they share. */
export function TrackStrip({ episode, running }: { episode: Episode; running: Call | undefined }) {
  const { t } = useTranslation('warning');
  const now = useNow();
  const language = useLanguage();
  const visit = episode.orders.find((order) => orderKinds.visit.includes(order.kind) && order.state !== 'withdrawn');
  const clock = visit ? orderClock(visit) : episode.clock ? clockOf(episode.clock) : undefined;
  return (
    <section className="card strip" aria-label={t('column.ways')}>
      {trackKeys.map((key) => {
        const state = key === 'phone' && running ? 'running' : (episode.tracks[key] ?? 'none');
        const order = episode.orders.find((each) => orderKinds[key].includes(each.kind));
        return (
          <div key={key} className={state === 'running' ? 'strip-cell running' : 'strip-cell'}>
            <span className={state === 'reached' || state === 'running' ? 'strip-icon on' : 'strip-icon'}>
              <Icon name={icons[key]} small />
            </span>
            <div className="grow">
              <div className="row g8">
                <b>{t(`track.name.${key}`)}</b>
                <span className="sp" />
                <Chip kind={kinds[state]}>{t(`track.state.${stateKeys[state]}`)}</Chip>
              </div>
              <p className="s t2">
                {order ? (order.holder ?? order.to.staffName ?? order.to.unitName) : t('episode.tracks.none')}
                {order && (order.signedAt ?? order.issuedAt) && ` · ${momentOf(order.signedAt ?? order.issuedAt, language, now)}`}
              </p>
            </div>
          </div>
        );
      })}
      <div className="strip-cell clock">
        <div className="grow">
          <span className="s t2">{t('episode.tracks.word')}</span>
          {clock ? <Clock facts={clock} /> : <p className="m t3">{t('episode.tracks.clockNone')}</p>}
          <p className="s t3">{t('episode.tracks.alone')}</p>
        </div>
      </div>
    </section>
  );
}
