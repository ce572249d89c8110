import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { call } from '../../api/client';
import type { Slice, Unit } from '../../api/types';
import type { InputWiring } from '../../ui/FormField';

interface UnitChoiceProps extends InputWiring {
  value: string | undefined;
  onChange: (unitId: string) => void;
}

/** Chooses a unit by name, code or pinyin initials; the service searches. */
export function UnitChoice({ value, onChange, ...wiring }: UnitChoiceProps) {
  const [typed, setTyped] = useState('');
  const units = useQuery({
    queryKey: ['organisation', 'units', 'search', typed],
    queryFn: ({ signal }) => call<Slice<Unit>>('/api/organisation/units', { query: { q: typed, size: 20 }, signal }),
    placeholderData: (previous) => previous,
  });
  return (
    <Select
      {...wiring}
      value={value ?? null}
      onChange={(chosen: string | null) => chosen && onChange(chosen)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: `${unit.name} ${unit.code}` }))}
      virtual={false}
      suffixIcon={null}
      menuItemSelectedIcon={null}
      className="unit-choice"
    />
  );
}
