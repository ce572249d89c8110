import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { seesStaff, useStaffSearch } from '../../api/directory';
import { useMe } from '../../api/session';
import { UnitChoice } from '../../api/UnitChoice';
import type { Urgency } from '../../api/types';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { DateInput } from '../../ui/DateInput';
import { FormField } from '../../ui/FormField';
import { instantOf, localMinute } from '../../ui/localTime';
import { SearchSelect } from '../../ui/SearchSelect';
import { Failed } from '../../ui/States';
import { serverNow } from '../../ui/ticker';
import { useDoing } from '../../ui/useDoing';
import { issueOrder, useLadders } from './api';
import { LadderPicture } from './LadderPicture';

const urgencies: Urgency[] = ['NORMAL', 'HIGH', 'MONEY_IN_MOTION', 'LIFE'];
const usualMinutes = [30, 120, 24 * 60];

/** An order by hand: what, to whom, by when; and what happens if it is not signed or met. */
export function IssueDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('order');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const me = useMe();
  const doing = useDoing();
  const ladders = useLadders();
  const [title, setTitle] = useState('');
  const [detail, setDetail] = useState('');
  const [unit, setUnit] = useState<string>();
  const [staff, setStaff] = useState<string>();
  const [typed, setTyped] = useState('');
  const [due, setDue] = useState(() => localMinute(serverNow() + 2 * 3_600_000));
  const [ladder, setLadder] = useState('plain');
  const [urgency, setUrgency] = useState<Urgency>('NORMAL');
  const [tried, setTried] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const people = useStaffSearch(unit, typed, seesStaff(me.data?.roles));
  const missing = {
    title: title.trim() ? undefined : t('issue.missing.what'),
    unit: unit ? undefined : t('issue.missing.unit'),
    due: due && Date.parse(instantOf(due)) > serverNow() ? undefined : t('issue.missing.due'),
  };
  const chosen = ladders.data?.items.find((each) => each.id === ladder);
  const send = async () => {
    setTried(true);
    if (missing.title || missing.due || !unit) return;
    await doing.run(async () => {
      const order = await issueOrder({ title: title.trim(), detail: detail.trim() || null, toUnitId: unit, toStaffId: staff ?? null, dueAt: instantOf(due), ladder, urgency }, key);
      await queries.invalidateQueries({ queryKey: ['order'] });
      onClose();
      void navigate(paths.order(order.id));
    });
  };
  return (
    <Dialog
      title={t('issue.title')}
      width={720}
      onClose={onClose}
      closeWord={t('form.cancel')}
      foot={
        <>
          <span className="sp" />
          <Button kind="primary" busy={doing.busy} onClick={() => void send()}>
            {t('issue.send')}
          </Button>
        </>
      }
    >
      <div className="col g12">
        <FormField word={t('issue.what')} hint={t('issue.whatHint')} missing={tried ? missing.title : undefined}>
          {(wiring) => <input {...wiring} className="input" data-first maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />}
        </FormField>
        <FormField word={t('issue.detail')} hint={t('issue.detailHint')}>
          {(wiring) => <textarea {...wiring} className="input" rows={3} maxLength={2000} value={detail} onChange={(event) => setDetail(event.target.value)} />}
        </FormField>
        <div className="issue-grid">
          <FormField word={t('issue.to')} missing={tried ? missing.unit : undefined}>
            {(wiring) => (
              <UnitChoice
                {...wiring}
                value={unit}
                onChange={(id) => {
                  setUnit(id);
                  setStaff(undefined);
                }}
              />
            )}
          </FormField>
          {seesStaff(me.data?.roles) && (
            <FormField word={t('issue.staff')}>
              {(wiring) => (
                <SearchSelect {...wiring} searching={people.isPlaceholderData} value={staff} onSearch={setTyped} onChange={setStaff} placeholder={t('issue.staffAnyone')} options={(people.data?.items ?? []).map((each) => ({ value: each.id, label: `${each.name} ${each.number}` }))} />
              )}
            </FormField>
          )}
          <FormField word={t('issue.due')} missing={tried ? missing.due : undefined}>
            {(wiring) => <DateInput {...wiring} withTime value={due} onChange={setDue} />}
          </FormField>
          <FormField word={t('issue.urgency')} hint={urgency === 'LIFE' || urgency === 'MONEY_IN_MOTION' ? t('issue.urgencyWhy') : undefined}>
            {(wiring) => (
              <select {...wiring} className="input" value={urgency} onChange={(event) => setUrgency(urgencies.find((each) => each === event.target.value) ?? 'NORMAL')}>
                {urgencies.map((each) => (
                  <option key={each} value={each}>
                    {t(`urgency.${each}`)}
                  </option>
                ))}
              </select>
            )}
          </FormField>
        </div>
        <div className="row g8 wrap" role="group" aria-label={t('issue.due')}>
          {usualMinutes.map((minutes) => (
            <Button key={minutes} small onClick={() => setDue(localMinute(serverNow() + minutes * 60_000))}>
              {minutes < 60 ? t('issue.dueIn', { minutes }) : t('issue.dueHours', { hours: minutes / 60 })}
            </Button>
          ))}
        </div>
        <FormField word={t('issue.ladder')} hint={t('issue.then')}>
          {(wiring) => (
            <select {...wiring} className="input" value={ladder} onChange={(event) => setLadder(event.target.value)}>
              {(ladders.data?.items ?? []).map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          )}
        </FormField>
        {chosen && <LadderPicture ladder={chosen} />}
        {doing.refused && <Failed title={t('form.failed')}>{doing.refused}</Failed>}
      </div>
    </Dialog>
  );
}
