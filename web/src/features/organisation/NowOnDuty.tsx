import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shift } from '../../api/unitTypes';
import { Button } from '../../ui/Button';
import { durationOf, momentOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { Empty, Waiting } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { shiftDutyWord } from './words';

interface NowOnDutyProps {
  /** The unit asked about; its own people stand first. */
  unitId: string | undefined;
  shifts: Shift[] | undefined;
  waiting: boolean;
  onEnd: ((shift: Shift) => void) | undefined;
  onSet: (() => void) | undefined;
}

const few = 8;

/** Who answers right now, and how much longer. Nobody is the one thing that must be seen from afar. */
export function NowOnDuty({ unitId, shifts, waiting, onEnd, onSet }: NowOnDutyProps) {
  const { t } = useTranslation('organisation');
  const now = useNow();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const on = (shifts ?? []).filter((shift) => Date.parse(shift.from) <= now && Date.parse(shift.until) > now);
  const ownFirst = [...on.filter((shift) => shift.unitId === unitId), ...on.filter((shift) => shift.unitId !== unitId)];
  const shown = all ? ownFirst : ownFirst.slice(0, few);
  return (
    <section className="card pad now-duty" aria-label={t('duty.now')}>
      <h2>
        {t('duty.now')} <span className="t2 num">{t('units.count', { count: on.length })}</span>
      </h2>
      {waiting && <Waiting rows={2} />}
      {!waiting && on.length === 0 && (
        <Empty title={t('duty.nobody')} step={onSet && <Button onClick={onSet}>{t('duty.set')}</Button>}>
          {t('duty.nobodyWhy')}
        </Empty>
      )}
      <ul className="now-list">
        {shown.map((shift) => (
          <li key={shift.id}>
            <b>{shift.name}</b>
            <span className="t2">
              {shiftDutyWord(shift.duty, t)} · {shift.unitName}
            </span>
            <span className="num">
              {t('duty.until', { time: momentOf(shift.until, language, now) })} <span className="t3">{t('duty.left', { duration: durationOf(Date.parse(shift.until) - now, language) })}</span>
            </span>
            {onEnd && (
              <Button small onClick={() => onEnd(shift)} label={t('duty.endOne', { act: t('duty.end'), name: shift.name })}>
                {t('duty.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < on.length && (
        <Button small kind="quiet" onClick={() => setAll(true)}>
          {t('duty.others', { count: on.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
