import { useId, type ReactNode } from 'react';
import { Button, type ButtonProps } from './Button';
import { Icon } from './Icon';

/** What the server says about an action that is closed: why, and who could do it. */
export interface ClosedReason {
  reason: string;
  who?: string | undefined;
}

/** A button that may be refused. Refused, it stays in place, dashed and focusable, with the sentence under it. */
export function ActionButton({ closed, ...button }: ButtonProps & { closed?: ClosedReason | undefined }) {
  const id = useId();
  if (!closed) return <Button {...button} />;
  return (
    <span className="refusal">
      <Button {...button} kind="default" refusedBy={id} />
      <WhyLine id={id}>
        {closed.reason}
        {closed.who ? ` ${closed.who}` : ''}
      </WhyLine>
    </span>
  );
}

export function WhyLine({ children, id }: { children: ReactNode; id?: string }) {
  return (
    <span className="why-line" id={id}>
      <Icon name="info" small />
      <span>{children}</span>
    </span>
  );
}
