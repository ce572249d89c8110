import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitDetail } from '../../api/unitTypes';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FormField } from '../../ui/FormField';
import { Failed } from '../../ui/States';
import { useDoing } from '../../ui/useDoing';
import { changeUnit, makeUnit, refreshOrganisation } from './api';
import { levels, unitDuties, unitKinds } from './words';

interface UnitFormProps {
  unit: UnitDetail;
  /** A new unit below this one, or this one itself. */
  below: boolean;
  onClose: () => void;
  onMade: (id: string) => void;
}

/** A unit's own facts. Where it stands in the tree is fixed once it is made: orders and records hang on it. */
export function UnitForm({ unit, below, onClose, onMade }: UnitFormProps) {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const doing = useDoing();
  const [code, setCode] = useState(below ? `${unit.code}-` : unit.code);
  const [name, setName] = useState(below ? '' : unit.name);
  const [level, setLevel] = useState(below ? 'station' : unit.level);
  const [kind, setKind] = useState(below ? 'police' : (unit.kind ?? 'police'));
  const [duties, setDuties] = useState<string[]>(below ? [] : unit.duties);
  const [tried, setTried] = useState(false);
  const missing = { code: /^[0-9A-Za-z-]+$/.test(code) ? undefined : t('unitForm.codeMissing'), name: name.trim() ? undefined : t('form.missing') };
  const save = async () => {
    setTried(true);
    if (missing.code || missing.name) return;
    const done = await doing.run(async () => {
      const facts = { name: name.trim(), level, kind, duties };
      const saved = below ? await makeUnit({ ...facts, code, parentId: unit.id }) : await changeUnit(unit.id, facts);
      await refreshOrganisation(queries);
      onMade(saved.unit.id);
    });
    if (done) onClose();
  };
  return (
    <Dialog
      title={below ? t('unitForm.below', { unit: unit.name }) : t('unitForm.edit', { unit: unit.name })}
      onClose={onClose}
      closeWord={t('form.cancel')}
      foot={
        <>
          <span className="sp" />
          <Button kind="primary" busy={doing.busy} onClick={() => void save()}>
            {below ? t('unitForm.make') : t('form.save')}
          </Button>
        </>
      }
    >
      <div className="form-grid">
        <FormField word={t('unitForm.name')} missing={tried ? missing.name : undefined}>
          {(wiring) => <input {...wiring} className="input" value={name} data-first maxLength={200} onChange={(event) => setName(event.target.value)} />}
        </FormField>
        <FormField word={t('unitForm.code')} hint={below ? t('unitForm.codeHint') : t('unitForm.codeFixed')} missing={tried ? missing.code : undefined}>
          {(wiring) => <input {...wiring} className="input mono" value={code} readOnly={!below} maxLength={40} onChange={(event) => setCode(event.target.value.trim())} />}
        </FormField>
        <FormField word={t('unitForm.level')}>
          {(wiring) => (
            <select {...wiring} className="input" value={level} onChange={(event) => setLevel(event.target.value)}>
              {levels.map((each) => (
                <option key={each} value={each}>
                  {t(`units.level.${each}`)}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField word={t('unitForm.kind')}>
          {(wiring) => (
            <select {...wiring} className="input" value={kind} onChange={(event) => setKind(event.target.value)}>
              {unitKinds.map((each) => (
                <option key={each} value={each}>
                  {t(`unitForm.kinds.${each}`)}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <fieldset className="choices wide-field">
          <legend>{t('unitForm.duties')}</legend>
          <div className="row g16 wrap">
            {unitDuties.map((duty) => (
              <label key={duty} className="tick">
                <input type="checkbox" checked={duties.includes(duty)} onChange={(event) => setDuties(event.target.checked ? [...duties, duty] : duties.filter((each) => each !== duty))} />
                {t(`units.duty.${duty}`)}
              </label>
            ))}
          </div>
          <p className="hint">{t('unitForm.dutiesWhy')}</p>
        </fieldset>
      </div>
      {doing.refused && <Failed title={t('form.failed')}>{doing.refused}</Failed>}
    </Dialog>
  );
}
