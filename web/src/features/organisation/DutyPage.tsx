import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { seesStaff, useUnitSearch } from '../../api/directory';
import { useMe } from '../../api/session';
import type { Shift } from '../../api/unitTypes';
import { Button } from '../../ui/Button';
import { FormField } from '../../ui/FormField';
import { dateOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { PageFrame } from '../../ui/PageFrame';
import { SearchSelect } from '../../ui/SearchSelect';
import { Failed, Waiting } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { useDoing } from '../../ui/useDoing';
import { useKeys } from '../../ui/useKeys';
import { endShift, refreshOrganisation, useShifts, useUnit } from './api';
import { NowOnDuty } from './NowOnDuty';
import { OrganisationTabs } from './OrganisationTabs';
import { ShiftForm } from './ShiftForm';
import { WeekGrid } from './WeekGrid';
import { dayMillis, mondayOf } from './week';
import './organisation.css';
import './duty.css';

/** Who is on duty now and until when, and the week around it. */
export function DutyPage() {
  const { t } = useTranslation('organisation');
  const [address, setAddress] = useSearchParams();
  const queries = useQueryClient();
  const language = useLanguage();
  const me = useMe();
  const now = useNow();
  const doing = useDoing();
  const [typed, setTyped] = useState('');
  const [form, setForm] = useState<{ day: number } | undefined>();
  const unitId = address.get('unit') ?? me.data?.unit.id;
  const unit = useUnit(unitId);
  const units = useUnitSearch(typed);
  const monday = mondayOf(now, Number(address.get('week') ?? 0));
  const shifts = useShifts(unitId, iso(monday), iso(monday + 7 * dayMillis));
  const current = useShifts(unitId, iso(now - (now % 60_000)), iso(now - (now % 60_000) + 60_000));
  const may = seesStaff(me.data?.roles);
  const set = (name: string, value: string) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (value && value !== '0') next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const turn = (weeks: number) => set('week', String(Number(address.get('week') ?? 0) + weeks));
  const end = (shift: Shift) =>
    void doing.run(async () => {
      await endShift(shift.id);
      await refreshOrganisation(queries);
    });
  useKeys({ ArrowLeft: () => turn(-1), ArrowRight: () => turn(1), n: () => may && setForm({ day: now }) });
  const options = [...(unit.data ? [{ value: unit.data.id, label: unit.data.name }] : []), ...(units.data?.items ?? []).filter((each) => each.id !== unitId).map((each) => ({ value: each.id, label: each.name }))];
  return (
    <PageFrame
      title={t('duty.title')}
      tabs={<OrganisationTabs />}
      flowing
      actions={
        may && (
          <Button kind="primary" keyCap="N" onClick={() => setForm({ day: now })}>
            {t('duty.set')}
          </Button>
        )
      }
      filters={
        <>
          <div className="duty-unit">
            <FormField word={t('duty.unit')}>{(wiring) => <SearchSelect {...wiring} searching={units.isPlaceholderData} value={unit.data && unitId} onSearch={setTyped} onChange={(id) => set('unit', id)} options={options} />}</FormField>
          </div>
          <div className="row g8">
            <Button small onClick={() => turn(-1)} keyCap="←">
              {t('duty.before')}
            </Button>
            <b className="num">
              {dateOf(monday, language, now)} – {dateOf(monday + 6 * dayMillis, language, now)}
            </b>
            <Button small onClick={() => turn(1)} keyCap="→">
              {t('duty.after')}
            </Button>
            {address.has('week') && (
              <Button small kind="quiet" onClick={() => set('week', '')}>
                {t('duty.thisWeek')}
              </Button>
            )}
          </div>
        </>
      }
      keys={[
        { keys: ['←', '→'], word: t('duty.keys.week') },
        ...(may ? [{ keys: ['N'], word: t('duty.set') }] : []),
      ]}
      honesty={t('duty.honesty')}
    >
      {doing.refused && <Failed title={t('form.failed')}>{doing.refused}</Failed>}
      <NowOnDuty unitId={unitId} shifts={current.data?.items} waiting={current.isPending} onEnd={may ? end : undefined} onSet={may ? () => setForm({ day: now }) : undefined} />
      {shifts.isError && <Failed title={t('failed', { ns: 'ui' })}>{shifts.error.message}</Failed>}
      {shifts.isPending && <Waiting rows={6} />}
      {shifts.data && <WeekGrid monday={monday} shifts={shifts.data.items} onEnd={may ? end : undefined} onSet={may ? (day) => setForm({ day }) : undefined} />}
      {form && unit.data && <ShiftForm unit={unit.data} day={form.day} onClose={() => setForm(undefined)} />}
    </PageFrame>
  );
}

function iso(millis: number): string {
  return new Date(millis).toISOString();
}
