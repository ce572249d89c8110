import { useTranslation } from 'react-i18next';
import { actionOf } from '../../../api/actions';
import { ActionButton } from '../../../ui/Refusal';
import { useKeys } from '../../../ui/useKeys';
import { finishStep, type Step } from './awakeningApi';
import type { Room } from './useRoom';

/** The one key that ends a step; closed it says what is missing. */
export function StepEnd({ room, step, ready = true }: { room: Room; step: Step; ready?: boolean }) {
  const { t } = useTranslation('awakening');
  const finish = actionOf(room.session.actions, 'finish');
  const end = () => void room.act(() => finishStep(room.session.line.id, step));
  useKeys({ Enter: ready && !finish.closed ? end : undefined });
  if (!ready) return null;
  return (
    <div className="step-end">
      <ActionButton kind="primary" keyCap="Enter" busy={room.busy} closed={finish.closed} onClick={end}>
        {t(`finish.${step}`)}
      </ActionButton>
    </div>
  );
}
