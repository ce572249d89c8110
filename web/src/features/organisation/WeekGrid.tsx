import { useTranslation } from 'react-i18next';
import type { Shift } from '../../api/unitTypes';
import { dateOf, timeOf, weekdayOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { useNow } from '../../ui/ticker';
import { dayMillis } from './week';
import { shiftDutyWord } from './words';

interface WeekGridProps {
  monday: number;
  shifts: Shift[];
  onEnd: ((shift: Shift) => void) | undefined;
  onSet: ((day: number) => void) | undefined;
}

/** Seven days side by side; a shift over midnight stands on both days. An empty day to come is marked: nobody would answer. */
export function WeekGrid({ monday, shifts, onEnd, onSet }: WeekGridProps) {
  const { t } = useTranslation('organisation');
  const now = useNow();
  const language = useLanguage();
  return (
    <ol className="week" aria-label={t('duty.week')}>
      {Array.from({ length: 7 }, (_, index) => monday + index * dayMillis).map((day) => {
        const of = shifts.filter((shift) => Date.parse(shift.from) < day + dayMillis && Date.parse(shift.until) > day);
        const today = now >= day && now < day + dayMillis;
        const past = day + dayMillis <= now;
        return (
          <li key={day} className={today ? 'day today' : past ? 'day past' : 'day'}>
            <h3>
              {weekdayOf(day + dayMillis / 2, language)} <span className="t2 num">{dateOf(day + dayMillis / 2, language, now)}</span>
              {today && <span className="chip reached">{t('duty.today')}</span>}
            </h3>
            <ul>
              {of.map((shift) => (
                <li key={shift.id} className={Date.parse(shift.from) <= now && Date.parse(shift.until) > now ? 'shift running' : 'shift'}>
                  <b>{shift.name}</b>
                  <span className="s t2">{shiftDutyWord(shift.duty, t)}</span>
                  <span className="s num">
                    {Date.parse(shift.from) < day ? '…' : timeOf(shift.from)} – {Date.parse(shift.until) > day + dayMillis ? '…' : timeOf(shift.until)}
                  </span>
                  {onEnd && Date.parse(shift.until) > now && (
                    <button type="button" className="linkish s" aria-label={t('duty.endOne', { act: Date.parse(shift.from) > now ? t('duty.takeBack') : t('duty.end'), name: shift.name })} onClick={() => onEnd(shift)}>
                      {Date.parse(shift.from) > now ? t('duty.takeBack') : t('duty.end')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
            {of.length === 0 && !past && <p className="s nobody">{t('duty.empty')}</p>}
            {onSet && !past && (
              <button type="button" className="linkish s" onClick={() => onSet(Math.max(now, day + 8 * 3_600_000))}>
                {t('duty.add')}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
