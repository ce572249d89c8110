import { useTranslation } from 'react-i18next';
import type { MadeCall } from '../../api/types';
import { Button } from '../../ui/Button';
import { WhyLine } from '../../ui/Refusal';
import { Failed } from '../../ui/States';
import { useKeys } from '../../ui/useKeys';

interface LineStateProps {
  /** The call that runs, as the service has it; undefined for a moment after dialling. */
  call: MadeCall | undefined;
  onHangUp: () => void;
}

/** How far the exchange is with the running call; how it ended, as the network says, and what to do then. */
export function LineState({ call, onHangUp }: LineStateProps) {
  const { t } = useTranslation('warning');
  const line = call?.line;
  const standing = line && line !== 'ended';
  useKeys({ k: standing ? onHangUp : undefined });
  if (!line) return <WhyLine>{t('call.simulated')}</WhyLine>;
  if (!standing) {
    return call.result === 'not-made' ? <Failed title={t('call.failed')}>{call.says}</Failed> : <WhyLine>{call.says}</WhyLine>;
  }
  return (
    <div className="row g8">
      <span className="m" role="status">
        {t(`call.line.${line}`)}
      </span>
      <span className="sp" />
      <Button small keyCap="K" onClick={onHangUp}>
        {t('call.hangUp')}
      </Button>
    </div>
  );
}
