import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Failed } from '../../../ui/States';
import { useKeys } from '../../../ui/useKeys';
import { stop } from './awakeningApi';
import type { Room } from './useRoom';

/** A pause, or the end of it: a kind of reason, by one key. The person owes none. */
export function StopDialog({ room, deed, onClose }: { room: Room; deed: 'pause' | 'break-off'; onClose: () => void }) {
  const { t } = useTranslation('awakening');
  const { choices, line } = room.session;
  const reasons = deed === 'pause' ? choices.pauses : choices.breakOffs;
  const choose = async (reason: string) => {
    if (await room.act(() => stop(line.id, deed, reason))) onClose();
  };
  useKeys(Object.fromEntries(reasons.map((each, index) => [String(index + 1), () => void choose(each)])), true);
  return (
    <Dialog title={deed === 'pause' ? t('room.pause') : t('room.breakOff')} onClose={onClose}>
      <p className="t2">{deed === 'pause' ? t('stop.pause') : t('stop.breakOff')}</p>
      <ul className="stop-reasons">
        {reasons.map((each, index) => (
          <li key={each}>
            <Button keyCap={String(index + 1)} busy={room.busy} onClick={() => void choose(each)}>
              {t(`reason.${each as 'rest'}`)}
            </Button>
          </li>
        ))}
      </ul>
      {room.refused && <Failed title={t('room.failed')}>{room.refused}</Failed>}
    </Dialog>
  );
}
