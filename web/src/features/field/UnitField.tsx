import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import type { Slice } from '../../api/types';
import type { Unit } from '../../api/unitTypes';

/** To which unit: type a name or a code, press the unit. */
export function UnitField({ value, onChange }: { value: string | undefined; onChange: (unitId: string) => void }) {
  const { t } = useTranslation('field');
  const [typed, setTyped] = useState('');
  const units = useQuery({
    queryKey: ['organisation', 'units', 'search', typed],
    queryFn: ({ signal }) => call<Slice<Unit>>('/api/organisation/units', { query: { q: typed, size: 6 }, signal }),
    enabled: typed.trim().length > 0,
    placeholderData: (previous) => previous,
  });
  return (
    <div className="f-card">
      <label className="f-small" htmlFor="f-unit">
        {t('outcome.unit')}
      </label>
      <input id="f-unit" className="f-input" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <div className="f-list" role="group" aria-label={t('outcome.units')}>
        {(units.data?.items ?? []).map((unit) => (
          <button key={unit.id} type="button" className="f-key plain" aria-pressed={unit.id === value} onClick={() => onChange(unit.id)}>
            {unit.name}
          </button>
        ))}
      </div>
    </div>
  );
}
