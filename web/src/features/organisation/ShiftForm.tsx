import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaffSearch } from '../../api/directory';
import type { UnitDetail } from '../../api/unitTypes';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { DateInput } from '../../ui/DateInput';
import { FormField } from '../../ui/FormField';
import { instantOf, localMinute } from '../../ui/localTime';
import { SearchSelect } from '../../ui/SearchSelect';
import { Failed } from '../../ui/States';
import { useDoing } from '../../ui/useDoing';
import { refreshOrganisation, setShift } from './api';
import { shiftDuties } from './words';

interface ShiftFormProps {
  unit: UnitDetail;
  day: number;
  onClose: () => void;
}

const lengths = [8, 12, 24];

/** Puts somebody on duty: who, as what, from when until when. */
export function ShiftForm({ unit, day, onClose }: ShiftFormProps) {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const doing = useDoing();
  const [typed, setTyped] = useState('');
  const [staffId, setStaffId] = useState<string>();
  const [duty, setDuty] = useState<string>('duty-officer');
  const [from, setFrom] = useState(() => localMinute(day));
  const [until, setUntil] = useState(() => localMinute(day + 12 * 3_600_000));
  const [tried, setTried] = useState(false);
  const staff = useStaffSearch(unit.id, typed);
  const missing = { staff: staffId ? undefined : t('duty.staffMissing'), until: until > from ? undefined : t('duty.untilMissing') };
  const save = async () => {
    setTried(true);
    if (!staffId || missing.until) return;
    const done = await doing.run(async () => {
      await setShift({ staffId, unitId: unit.id, duty, from: instantOf(from), until: instantOf(until) });
      await refreshOrganisation(queries);
    });
    if (done) onClose();
  };
  return (
    <Dialog
      title={t('duty.setFor', { unit: unit.name })}
      onClose={onClose}
      closeWord={t('form.cancel')}
      foot={
        <>
          <span className="sp" />
          <Button kind="primary" busy={doing.busy} onClick={() => void save()}>
            {t('duty.set')}
          </Button>
        </>
      }
    >
      <div className="form-grid">
        <FormField word={t('duty.who')} missing={tried ? missing.staff : undefined}>
          {(wiring) => (
            <SearchSelect {...wiring} searching={staff.isPlaceholderData} value={staffId} onSearch={setTyped} onChange={setStaffId} placeholder={t('units.staffSearch')} options={(staff.data?.items ?? []).map((each) => ({ value: each.id, label: `${each.name} ${each.number}` }))} />
          )}
        </FormField>
        <FormField word={t('duty.as')} hint={duty === 'duty-chief' ? t('duty.chiefWhy') : undefined}>
          {(wiring) => (
            <select {...wiring} className="input" value={duty} onChange={(event) => setDuty(event.target.value)}>
              {shiftDuties.map((each) => (
                <option key={each} value={each}>
                  {t(`duty.kind.${each}`)}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField word={t('duty.from')}>{(wiring) => <DateInput {...wiring} withTime value={from} onChange={setFrom} />}</FormField>
        <FormField word={t('duty.to')} missing={tried ? missing.until : undefined}>
          {(wiring) => <DateInput {...wiring} withTime value={until} onChange={setUntil} />}
        </FormField>
        <div className="row g8 wide-field" role="group" aria-label={t('duty.length')}>
          {lengths.map((hours) => (
            <Button key={hours} small onClick={() => setUntil(localMinute(Date.parse(instantOf(from)) + hours * 3_600_000))}>
              {t('duty.hours', { hours })}
            </Button>
          ))}
        </div>
      </div>
      {doing.refused && <Failed title={t('form.failed')}>{doing.refused}</Failed>}
    </Dialog>
  );
}
