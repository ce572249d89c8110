import { useTranslation } from 'react-i18next';
import { actionOf } from '../../../api/actions';
import { KeyCap } from '../../../ui/KeyCap';
import { useKeys } from '../../../ui/useKeys';
import { before, believe, type Standing } from './awakeningApi';
import { StepEnd } from './StepEnd';
import type { Room } from './useRoom';

/** Step 1: a glass of water, listening, and how the person takes it: the path follows from that. */
export function ListeningStep({ room }: { room: Room }) {
  const { t } = useTranslation(['awakening', 'script']);
  const { session } = room;
  const allowed = actionOf(session.actions, 'believe');
  const choose = (to: Standing) => void room.act(() => believe(session.line.id, to));
  useKeys(allowed.closed ? {} : Object.fromEntries(before.map((each, index) => [String(index + 1), () => choose(each)])));
  return (
    <section className="room-card">
      <h2>{t('listen.title')}</h2>
      <p className="large">{t('listen.say')}</p>
      <p className="t2">{t('listen.how')}</p>
      <div className="room-choices" role="group" aria-label={t('listen.belief')}>
        {before.map((each, index) => (
          <button key={each} type="button" className="room-choice" aria-pressed={session.before === each} aria-disabled={allowed.closed ? true : undefined} onClick={() => !allowed.closed && choose(each)}>
            <KeyCap>{index + 1}</KeyCap> {t(`script:belief.${each}`)}
          </button>
        ))}
      </div>
      {session.path && (
        <p className="m t2" role="status">
          {t('listen.path', { path: t(`path.${session.path}`) })}
        </p>
      )}
      <StepEnd room={room} step="listening" />
    </section>
  );
}
