import { useState } from 'react';
import type { InputWiring } from '../ui/FormField';
import { SearchSelect, type Option } from '../ui/SearchSelect';
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
  const [chosen, setChosen] = useState<Option>();
  const listed = found.map((unit) => ({ value: unit.id, label: `${unit.name} ${unit.code}` }));
  // What was chosen keeps its name when the list goes back to all units.
  const isGone = chosen?.value === wiring.value && !listed.some((each) => each.value === wiring.value);
  return (
    <SearchSelect
      {...wiring}
      onSearch={setTyped}
      onChange={(id) => {
        setChosen(listed.find((each) => each.value === id));
        onChange(id, found.find((unit) => unit.id === id)?.name ?? '');
      }}
      searching={units.isPlaceholderData}
      options={isGone && chosen && typed === '' ? [chosen, ...listed] : listed}
    />
  );
}
