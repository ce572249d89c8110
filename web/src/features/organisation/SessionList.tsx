import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../api/unitTypes';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { momentOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { Failed } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { useDoing } from '../../ui/useDoing';
import { revoke } from './api';

/** Where somebody is signed in; each can be ended from here. */
export function SessionList({ sessions }: { sessions: Session[] }) {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const now = useNow();
  const language = useLanguage();
  const doing = useDoing();
  const end = (id: string) =>
    doing.run(async () => {
      await revoke(id);
      await queries.invalidateQueries({ queryKey: ['organisation', 'sessions'] });
    });
  return (
    <>
      {doing.refused && <Failed title={t('sessions.failed')}>{doing.refused}</Failed>}
      <ul className="card sessions">
        {sessions.map((session) => (
          <li key={session.id} className="row g12">
            <div className="grow">
              <b title={session.device}>{deviceOf(session.device) || t('sessions.unknown')}</b> {session.mine && <Chip kind="reached">{t('sessions.current')}</Chip>}{' '}
              {session.strong && <Chip>{t('sessions.strong')}</Chip>}
              <p className="s t2">
                {t('sessions.started', { time: momentOf(session.since, language, now) })} · {t('sessions.seen', { time: momentOf(session.lastSeenAt, language, now) })} · <span className="num">{session.address}</span>
              </p>
            </div>
            {!session.mine && <Button onClick={() => void end(session.id)}>{t('sessions.revoke')}</Button>}
          </li>
        ))}
      </ul>
    </>
  );
}

const browsers: [RegExp, string][] = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg\/(\d+)/, 'Edge'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/Chrome\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What a browser calls itself, in the words people know it by: Chrome 156 · Linux. */
export function deviceOf(agent: string): string {
  if (!agent.startsWith('Mozilla/')) return agent;
  const browser = browsers.map(([pattern, name]) => [agent.match(pattern), name] as const).find(([found]) => found);
  const system = systems.find(([pattern]) => pattern.test(agent));
  return [browser ? [browser[1], browser[0]?.[1]].filter(Boolean).join(' ') : '', system?.[1]].filter(Boolean).join(' · ');
}
