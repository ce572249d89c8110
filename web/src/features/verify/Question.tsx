import { useState, type ReactNode } from 'react';
import type { Say } from './words';

interface QuestionProps {
  say: Say;
  step: 1 | 2;
  ask: string;
  hint: string;
  digits: number;
  value: string;
  onChange: (value: string) => void;
  onNext: () => void;
  nextWord: string;
  busy?: boolean;
  children: ReactNode;
}

/** One question: where am I, the question, one field, one key, and then what helps. Nothing is disabled. */
export function Question({ say, step, ask, hint, digits, value, onChange, onNext, nextWord, busy, children }: QuestionProps) {
  const [missing, setMissing] = useState(0);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(digits - value.length);
        if (value.length === digits) onNext();
      }}
    >
      <p className="where">{say('step', { n: step })}</p>
      <h1 id="ask" tabIndex={-1}>
        {ask}
      </h1>
      <input
        className="digits"
        aria-labelledby="ask"
        aria-describedby="hint"
        aria-invalid={missing > 0 || undefined}
        inputMode="numeric"
        autoComplete="off"
        autoFocus
        maxLength={digits + 4}
        value={value}
        onChange={(event) => {
          setMissing(0);
          onChange(digitsOf(event.target.value).slice(0, digits));
        }}
      />
      <p className="hint" id="hint" aria-live="polite">
        {missing > 0 ? <b>{say('code.missing', { n: missing })}</b> : hint}
      </p>
      <button type="submit" className="key main" aria-busy={busy || undefined}>
        {nextWord}
      </button>
      {children}
    </form>
  );
}

/** The digits somebody typed or pasted, full-width ones too. */
export function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\D/g, '');
}
