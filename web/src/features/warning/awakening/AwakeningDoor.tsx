import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { actionOf } from '../../../api/actions';
import { paths } from '../../../paths';
import { Chip } from '../../../ui/Chip';
import { PageFrame } from '../../../ui/PageFrame';
import { ActionButton } from '../../../ui/Refusal';
import { Failed, Waiting } from '../../../ui/States';
import { useDoing } from '../../../ui/useDoing';
import { useKeys } from '../../../ui/useKeys';
import { useEpisode } from '../api';
import { openSession, underWay, useSessionsOf } from './awakeningApi';
import './awakening.css';

const parts = ['test', 'two', 'three', 'four'] as const;

/** Before the room: what it is, that nobody has to come, and one key to begin. */
export function AwakeningDoor() {
  const { t } = useTranslation(['awakening', 'ui']);
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const doing = useDoing();
  const episode = useEpisode(id);
  const running = useSessionsOf(id).data?.items.find(underWay);
  const allowed = actionOf(episode.data?.actions, 'awaken');
  const closed = running ? undefined : allowed.closed;
  const begin = async () => {
    if (running) void navigate(paths.awakeningSession(running.id));
    else if (!closed) await doing.run(async () => void navigate(paths.awakeningSession((await openSession(id)).line.id), { replace: true }));
  };
  const back = () => void navigate(paths.episode(id));
  useKeys({ Enter: () => void begin(), Backspace: back, ArrowLeft: back });
  return (
    <PageFrame
      title={t('door.title')}
      keys={[
        { keys: ['Enter'], word: t('door.begin') },
        { keys: ['←'], word: t('room.back') },
      ]}
      flowing
    >
      {episode.isPending && <Waiting rows={6} />}
      {episode.isError && <Failed title={t('ui:failed')}>{episode.error.message}</Failed>}
      {episode.data && (
        <div className="card door">
          <div className="row g12 wrap">
            <Link to={paths.episode(id)}>{episode.data.nameMasked ?? episode.data.number}</Link>
            <Chip>{episode.data.scamTypeName}</Chip>
          </div>
          <h2>{t('door.free')}</h2>
          <p>{t('door.law')}</p>
          <ol className="door-parts">
            {parts.map((each, index) => (
              <li key={each}>
                <b className="num">{index + 1}</b> {t(`door.${each}`)}
              </li>
            ))}
          </ol>
          {doing.refused && <Failed title={t('room.failed')}>{doing.refused}</Failed>}
          <div>
            <ActionButton kind="primary" keyCap="Enter" busy={doing.busy} closed={closed} onClick={() => void begin()}>
              {running ? t('panel.enter') : t('door.told')}
            </ActionButton>
          </div>
        </div>
      )}
    </PageFrame>
  );
}
