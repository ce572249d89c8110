import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlaceSearch } from '../../api/directory';
import type { Jurisdiction, UnitDetail } from '../../api/unitTypes';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FormField } from '../../ui/FormField';
import { SearchSelect } from '../../ui/SearchSelect';
import { Empty, Failed } from '../../ui/States';
import { useDoing } from '../../ui/useDoing';
import { refreshOrganisation, setJurisdictions } from './api';
import { kindWord } from './words';

/** What a unit answers for: divisions found by name or pinyin, and grids with their addresses. The most specific one wins. */
export function JurisdictionForm({ unit, onClose }: { unit: UnitDetail; onClose: () => void }) {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const doing = useDoing();
  const [wanted, setWanted] = useState<Jurisdiction[]>(unit.jurisdictions);
  const [typed, setTyped] = useState('');
  const [grid, setGrid] = useState({ name: '', lines: '' });
  const places = usePlaceSearch(typed);
  const found = places.data?.items ?? [];
  const add = (one: Jurisdiction) => setWanted([...wanted.filter((each) => each.kind !== one.kind || each.code !== one.code), one]);
  const addDivision = (code: string) => {
    const place = found.find((each) => each.code === code);
    if (place) add({ kind: 'division', code, name: place.name, parts: [code] });
  };
  const lines = grid.lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const save = async () => {
    const done = await doing.run(async () => {
      await setJurisdictions(unit.id, wanted);
      await refreshOrganisation(queries);
    });
    if (done) onClose();
  };
  return (
    <Dialog
      title={t('jurisdictionForm.title', { unit: unit.name })}
      width={680}
      onClose={onClose}
      closeWord={t('form.cancel')}
      foot={
        <>
          <span className="s t2">{t('jurisdictionForm.specific')}</span>
          <span className="sp" />
          <Button kind="primary" busy={doing.busy} onClick={() => void save()}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <div className="col g16">
        {wanted.length === 0 && <Empty title={t('units.noJurisdictions')}>{t('jurisdictionForm.none')}</Empty>}
        <ul className="card plain-list">
          {wanted.map((each) => (
            <li key={each.kind + each.code} className="row g12">
              <span className="grow">
                <b>{each.name}</b>{' '}
                <span className="s t3 num">
                  {kindWord(each.kind, t)} {each.code}
                </span>
                {each.kind !== 'division' && each.parts && <span className="s t2 cut block">{each.parts.join(', ')}</span>}
              </span>
              <Button small onClick={() => setWanted(wanted.filter((other) => other !== each))} label={t('jurisdictionForm.dropOne', { name: each.name })}>
                {t('jurisdictionForm.drop')}
              </Button>
            </li>
          ))}
        </ul>
        <FormField word={t('jurisdictionForm.add')} hint={t('jurisdictionForm.addHint')}>
          {(wiring) => (
            <SearchSelect
              {...wiring}
              searching={places.isPlaceholderData}
              value={undefined}
              onChange={addDivision}
              onSearch={setTyped}
              placeholder={t('jurisdictionForm.placeholder')}
              options={found.map((place) => ({ value: place.code, label: `${place.fullName} ${place.code}` }))}
            />
          )}
        </FormField>
        <details>
          <summary className="m">{t('jurisdictionForm.grid')}</summary>
          <div className="col g12 pad-top">
            <FormField word={t('jurisdictionForm.gridName')}>
              {(wiring) => <input {...wiring} className="input" value={grid.name} onChange={(event) => setGrid({ ...grid, name: event.target.value })} />}
            </FormField>
            <FormField word={t('jurisdictionForm.gridLines')} hint={t('jurisdictionForm.gridHint')}>
              {(wiring) => <textarea {...wiring} className="input" rows={3} value={grid.lines} onChange={(event) => setGrid({ ...grid, lines: event.target.value })} />}
            </FormField>
            <div>
              <Button
                small
                onClick={() => {
                  if (!grid.name.trim() || lines.length === 0) return;
                  add({ kind: 'grid', code: `${unit.code}-${wanted.length + 1}`, name: grid.name.trim(), parts: lines });
                  setGrid({ name: '', lines: '' });
                }}
              >
                {t('jurisdictionForm.gridAdd')}
              </Button>
            </div>
          </div>
        </details>
        {doing.refused && <Failed title={t('form.failed')}>{doing.refused}</Failed>}
      </div>
    </Dialog>
  );
}
