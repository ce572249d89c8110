import { useState } from 'react';
import type { InputWiring } from '../ui/FormField';
import { SearchSelect } from '../ui/SearchSelect';
import { useUnitSearch } from './directory';

interface UnitChoiceProps extends InputWiring {
  value: string | undefined;
  onChange: (unitId: string, name: string) => void;
}

/** Chooses a unit by name, code or pinyin initials; the service searches. */
export function UnitChoice({ onChange, ...wiring }: UnitChoiceProps) {
  const [typed, setTyped] = useState('');
  const units = useUnitSearch(typed);
  const found = units.data?.items ?? [];
  return (
    <SearchSelect
      {...wiring}
      onSearch={setTyped}
      onChange={(id) => onChange(id, found.find((unit) => unit.id === id)?.name ?? '')}
      options={found.map((unit) => ({ value: unit.id, label: `${unit.name} ${unit.code}` }))}
    />
  );
}
