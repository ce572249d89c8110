import { useTranslation } from 'react-i18next';
import { actionOf } from '../../../api/actions';
import { useMe } from '../../../api/session';
import { Chip } from '../../../ui/Chip';
import { momentOf, timeOf } from '../../../ui/format';
import { useLanguage } from '../../../ui/language';
import { ActionButton, WhyLine } from '../../../ui/Refusal';
import { useNow } from '../../../ui/ticker';
import { useKeys } from '../../../ui/useKeys';
import { beThere } from './awakeningApi';
import type { Room } from './useRoom';

const places = 2;

/** The two seats: who is there, since when; each confirms for oneself, from the own sign-in. */
export function Seats({ room }: { room: Room }) {
  const { t } = useTranslation('awakening');
  const now = useNow();
  const language = useLanguage();
  const me = useMe().data;
  const { line, specialists, actions } = room.session;
  const over = line.endedAt !== null;
  const there = specialists.filter((each) => each.until === null);
  const mine = there.some((each) => each.staffId === me?.staffId);
  const arrive = actionOf(actions, 'arrive');
  const leave = actionOf(actions, 'leave');
  const come = () => void room.act(() => beThere(line.id, true));
  useKeys({ i: !mine && !arrive.closed ? come : undefined });
  return (
    <section className="seats" aria-label={t('seat.title')}>
      {specialists.map((each) => (
        <span key={each.staffId} className={each.until === null ? 'seat' : 'seat gone'}>
          <b>{each.name}</b> <span className="num t2">{each.number}</span>{' '}
          <Chip kind={each.until === null ? 'reached' : 'notyet'}>{each.until === null ? t('seat.since', { time: momentOf(each.since, language, now) }) : t('seat.until', { time: timeOf(each.until) })}</Chip>
        </span>
      ))}
      {!over && there.length < places && <span className="seat empty">{t('seat.empty')}</span>}
      <span className="sp" />
      {!over && !mine && (
        <ActionButton kind="primary" keyCap="I" busy={room.busy} closed={arrive.closed} onClick={come}>
          {t('seat.here')}
        </ActionButton>
      )}
      {!over && mine && (
        <ActionButton small closed={leave.closed} onClick={() => void room.act(() => beThere(line.id, false))}>
          {t('seat.leave')}
        </ActionButton>
      )}
      {!over && there.length < places && <WhyLine>{t('seat.both')}</WhyLine>}
    </section>
  );
}
