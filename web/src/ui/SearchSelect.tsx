import { Select } from 'antd';
import type { InputWiring } from './FormField';

export interface Option {
  value: string;
  label: string;
}

interface SearchSelectProps extends InputWiring {
  value: string | undefined;
  onChange: (value: string) => void;
  options: Option[];
  onSearch: (typed: string) => void;
  placeholder?: string;
}

/** One of many, found by typing; the page searches. Its list opens beside it, so that it works inside dialogs as well. */
export function SearchSelect({ value, onChange, options, onSearch, placeholder, ...wiring }: SearchSelectProps) {
  return (
    <Select
      {...wiring}
      value={value ?? null}
      onChange={(chosen: string | null) => chosen && onChange(chosen)}
      showSearch={{ filterOption: false, onSearch }}
      options={options}
      placeholder={placeholder}
      virtual={false}
      suffixIcon={null}
      menuItemSelectedIcon={null}
      getPopupContainer={(node: HTMLElement) => node.parentElement ?? document.body}
      className="search-select"
    />
  );
}
