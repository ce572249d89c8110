import { useState } from 'react';
import { useUnitSearch } from '../../api/directory';
import type { InputWiring } from '../../ui/FormField';
import { SearchSelect } from '../../ui/SearchSelect';

interface UnitChoiceProps extends InputWiring {
  value: string | undefined;
  onChange: (unitId: string) => void;
}

/** Chooses a unit by name, code or pinyin initials; the service searches. */
export function UnitChoice(props: UnitChoiceProps) {
  const [typed, setTyped] = useState('');
  const units = useUnitSearch(typed);
  return <SearchSelect {...props} onSearch={setTyped} options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: `${unit.name} ${unit.code}` }))} />;
}
