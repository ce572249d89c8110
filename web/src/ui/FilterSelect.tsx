interface FilterSelectProps {
  word: string;
  value: string;
  options: { value: string; word: string }[];
  onChange: (value: string) => void;
}

/** A filter of a list: its name in grey, its value in ink; filled softly once it narrows the list. */
export function FilterSelect({ word, value, options, onChange }: FilterSelectProps) {
  return (
    <label className={value === (options[0]?.value ?? '') ? 'select' : 'select chosen'}>
      <span>{word}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.word}
          </option>
        ))}
      </select>
    </label>
  );
}
