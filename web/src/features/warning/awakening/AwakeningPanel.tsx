import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { actionOf } from '../../../api/actions';
import { useMe } from '../../../api/session';
import type { Episode } from '../../../api/types';
import { paths } from '../../../paths';
import { Chip } from '../../../ui/Chip';
import { momentOf } from '../../../ui/format';
import { useLanguage } from '../../../ui/language';
import { ActionButton } from '../../../ui/Refusal';
import { useNow } from '../../../ui/ticker';
import { useKeys } from '../../../ui/useKeys';
import { underWay, useSessionsOf, type SessionLine } from './awakeningApi';
import './awakening.css';

/** On the episode's page: one key asks the person into the room, or leads into the session that is under way. */
export function AwakeningPanel({ episode }: { episode: Episode }) {
  const { t } = useTranslation('awakening');
  const navigate = useNavigate();
  const roles = useMe().data?.roles ?? [];
  const reads = roles.includes('WARNING_CLERK') || roles.includes('VISITING_OFFICER');
  const items = useSessionsOf(episode.id, reads).data?.items ?? [];
  const running = items.find(underWay);
  const allowed = actionOf(episode.actions, 'awaken');
  const to = running ? paths.awakeningSession(running.id) : paths.awakeningDoor(episode.id);
  const closed = running ? undefined : allowed.closed;
  const go = () => void navigate(to);
  useKeys({ a: allowed.offered && !closed ? go : undefined });
  if (!allowed.offered) return null;
  return (
    <section>
      <h2 className="h3">{t('panel.title')}</h2>
      <ul>
        {items.map((each) => (
          <SessionRow key={each.id} line={each} />
        ))}
      </ul>
      <ActionButton keyCap="A" closed={closed} onClick={go}>
        {running ? t('panel.enter') : t('panel.ask')}
      </ActionButton>
    </section>
  );
}

function SessionRow({ line }: { line: SessionLine }) {
  const { t } = useTranslation('awakening');
  const now = useNow();
  const language = useLanguage();
  return (
    <li className="row g8 m wrap">
      <Link to={paths.awakeningSession(line.id)}>{momentOf(line.openedAt, language, now)}</Link>
      <span className="t2">{line.specialists.join(t('comma'))}</span>
      <span className="sp" />
      <StateChip line={line} />
    </li>
  );
}

/** Where a session stands, in words. */
export function StateChip({ line }: { line: SessionLine }) {
  const { t } = useTranslation('awakening');
  if (line.state === 'done') return <Chip kind="reached">{t('state.done')}</Chip>;
  if (line.state === 'broken-off') return <Chip>{t('state.broken-off')}</Chip>;
  if (line.state === 'paused') return <Chip kind="undecided">{t('state.paused')}</Chip>;
  return <Chip kind="undecided">{t(`step.${line.step}`)}</Chip>;
}
