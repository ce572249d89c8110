import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';

interface UndoLineProps {
  children: ReactNode;
  busy: boolean;
  onUndo: () => void;
  onClose?: () => void;
}

/** What was just done, and the way back. */
export function UndoLine({ children, busy, onUndo, onClose }: UndoLineProps) {
  const { t } = useTranslation('ui');
  return (
    <p className="undo-line" role="status">
      <span>{children}</span>
      <Button small busy={busy} onClick={onUndo}>
        {t('undo')}
      </Button>
      {onClose && (
        <Button small kind="quiet" onClick={onClose}>
          {t('close')}
        </Button>
      )}
    </p>
  );
}
