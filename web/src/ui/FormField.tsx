import { useId, type ReactNode } from 'react';

export interface InputWiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FormFieldProps {
  word: string;
  /** Where the value comes from, or what it is used for. */
  hint?: ReactNode;
  /** What is missing; the field turns ochre and the reason is read with it. */
  missing?: string | undefined;
  children: (wiring: InputWiring) => ReactNode;
}

export function FormField({ word, hint, missing, children }: FormFieldProps) {
  const id = useId();
  const described = `${id}-hint`;
  return (
    <div className="field">
      <label htmlFor={id}>{word}</label>
      {children({ id, 'aria-describedby': missing || hint ? described : undefined, 'aria-invalid': missing ? true : undefined })}
      {(missing || hint) && (
        <span id={described} className={missing ? 'hint missing' : 'hint'}>
          {missing ?? hint}
        </span>
      )}
    </div>
  );
}
