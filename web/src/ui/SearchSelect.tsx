import { Select } from 'antd';
import type { KeyboardEvent } from 'react';
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
  /** What is listed answers an earlier word: Enter does not take it. */
  searching?: boolean;
}

/** One of many, found by typing; the page searches, and Enter waits for its answer. The list opens beside it, so that it works inside dialogs as well. */
export function SearchSelect({ value, onChange, options, onSearch, placeholder, searching = false, ...wiring }: SearchSelectProps) {
  const patience = (event: KeyboardEvent) => {
    if (!searching || event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="search-box" onKeyDownCapture={patience}>
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
    </div>
  );
}
