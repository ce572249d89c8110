import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { momentOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { PageFrame } from '../../ui/PageFrame';
import { Empty, Failed, Waiting } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { revoke, useSessions } from './api';
import './organisation.css';

/** Where I am signed in; each can be ended from here. */
export function SessionsPage() {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const now = useNow();
  const language = useLanguage();
  const found = useSessions();
  const [refused, setRefused] = useState<string>();
  const end = async (id: string) => {
    setRefused(undefined);
    try {
      await revoke(id);
      await queries.invalidateQueries({ queryKey: ['organisation', 'sessions'] });
    } catch (error) {
      setRefused(error instanceof Error ? error.message : '');
    }
  };
  return (
    <PageFrame flowing title={t('sessions.title')} filters={<p className="m t2">{t('sessions.why')}</p>}>
      {found.isPending && <Waiting />}
      {found.isError && <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>}
      {refused && <Failed title={t('sessions.failed')}>{refused}</Failed>}
      {found.data?.length === 0 && <Empty title={t('sessions.empty')} />}
      <ul className="card sessions">
        {(found.data ?? []).map((session) => (
          <li key={session.id} className="row g12">
            <div className="grow">
              <b>{session.device || t('sessions.unknown')}</b> {session.mine && <Chip kind="reached">{t('sessions.current')}</Chip>}
              <p className="s t2">
                {t('sessions.started', { time: momentOf(session.since, language, now) })} · {t('sessions.seen', { time: momentOf(session.lastSeenAt, language, now) })} · <span className="num">{session.address}</span>
              </p>
            </div>
            {!session.mine && <Button onClick={() => void end(session.id)}>{t('sessions.revoke')}</Button>}
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}
