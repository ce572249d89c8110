import type { MouseEventHandler, ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import { KeyCap } from './KeyCap';

export interface ButtonProps {
  children: ReactNode;
  onClick?: MouseEventHandler<HTMLButtonElement>;
  kind?: 'default' | 'primary' | 'money' | 'quiet';
  small?: boolean;
  icon?: IconName;
  keyCap?: string;
  type?: 'button' | 'submit';
  busy?: boolean;
  pressed?: boolean;
  /** A reason makes the button refuse: it stays readable and focusable, and the reason is read with it. */
  refusedBy?: string;
  label?: string;
  className?: string;
}

export function Button(props: ButtonProps) {
  const { kind = 'default', small, icon, keyCap, type = 'button', busy, pressed, refusedBy, label } = props;
  const names = ['btn', kind === 'default' ? '' : kind, small ? 'small' : '', props.className ?? ''];
  return (
    <button
      type={type}
      className={names.filter(Boolean).join(' ')}
      aria-disabled={refusedBy || busy ? true : undefined}
      aria-describedby={refusedBy}
      aria-busy={busy || undefined}
      aria-pressed={pressed}
      aria-label={label}
      onClick={(event) => {
        if (refusedBy || busy) event.preventDefault();
        else props.onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} small />}
      {props.children}
      {keyCap && <KeyCap>{keyCap}</KeyCap>}
    </button>
  );
}
