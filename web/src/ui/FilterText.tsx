interface FilterTextProps {
  word: string;
  value: string;
  onChange: (value: string) => void;
}

/** A filter one writes: it takes effect with Enter or when one leaves it, not with every letter. */
export function FilterText({ word, value, onChange }: FilterTextProps) {
  const take = (typed: string) => typed.trim() !== value && onChange(typed.trim());
  return (
    <label className={value ? 'select filter chosen' : 'select filter'}>
      <span>{word}</span>
      <input
        className="input"
        type="search"
        defaultValue={value}
        onBlur={(event) => take(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(event.currentTarget.value);
        }}
      />
    </label>
  );
}
