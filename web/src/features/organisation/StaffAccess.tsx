import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Staff } from '../../api/unitTypes';
import { Button } from '../../ui/Button';
import { Failed } from '../../ui/States';
import { useDoing } from '../../ui/useDoing';
import { oneTimeCode, refreshOrganisation, useSessions } from './api';
import { SessionList } from './SessionList';

/** How somebody signs in: a one-time code for who forgot the password, and where they are signed in now. */
export function StaffAccess({ person }: { person: Staff }) {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const doing = useDoing();
  const [code, setCode] = useState<string>();
  const sessions = useSessions(person.id);
  const make = () =>
    doing.run(async () => {
      setCode((await oneTimeCode(person.id)).code);
      await refreshOrganisation(queries);
    });
  return (
    <section className="post-card">
      <h3>{t('access.title')}</h3>
      {code ? (
        <div className="told-once" role="status">
          <span className="m t2">{t('access.told')}</span>
          <b className="mono">{code}</b>
          <span className="s t2">{t('access.toldWhy')}</span>
        </div>
      ) : (
        <div className="row g12 wrap">
          <Button small busy={doing.busy} onClick={() => void make()}>
            {t('access.make')}
          </Button>
          <span className="s t2 grow">{t('access.makeWhy')}</span>
        </div>
      )}
      {doing.refused && <Failed title={t('form.failed')}>{doing.refused}</Failed>}
      <h3>{t('access.sessions')}</h3>
      {sessions.data?.length === 0 ? <p className="m t3">{t('access.noSessions')}</p> : <SessionList sessions={sessions.data ?? []} />}
    </section>
  );
}
