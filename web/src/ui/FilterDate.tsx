import { DateInput } from './DateInput';

interface FilterDateProps {
  word: string;
  value: string;
  onChange: (value: string) => void;
}

/** A filter by a day. */
export function FilterDate({ word, value, onChange }: FilterDateProps) {
  return (
    <span className={value ? 'select filter chosen' : 'select filter'}>
      <span>{word}</span>
      <DateInput label={word} value={value} onChange={onChange} />
    </span>
  );
}
