import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  foot?: ReactNode;
  head?: ReactNode;
  width?: number;
  closeWord?: string;
}

/**
 * The browser's own modal dialog: it keeps the focus, closes with Esc and silences the page behind. Mounted = open. One begins in
 * the field marked data-first; what autoFocus marks is still hidden when React would focus it.
 */
export function Dialog({ title, onClose, children, foot, head, width = 560, closeWord }: DialogProps) {
  const { t } = useTranslation('ui');
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const node = box.current;
    node?.style.setProperty('--dlg-width', `${width}px`);
    if (node && !node.open) node.showModal();
    node?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => node?.close();
  }, [width]);
  return (
    <dialog
      ref={box}
      className="dlg"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dlg-head">
        <h2 id={heading} className="nw">
          {title}
        </h2>
        {head}
        <span className="sp" />
        <Button onClick={onClose} keyCap="Esc">
          {closeWord ?? t('close')}
        </Button>
      </div>
      <div className="dlg-body" tabIndex={0} role="group" aria-labelledby={heading}>
        {children}
      </div>
      {foot && <div className="dlg-foot">{foot}</div>}
    </dialog>
  );
}
