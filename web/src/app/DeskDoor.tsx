import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { listen } from '../api/live';
import { useMe } from '../api/session';
import { SignInPage } from '../features/organisation/SignInPage';
import { Button } from '../ui/Button';
import { Failed, Waiting } from '../ui/States';
import { Antd } from './Antd';
import { DeskShell } from './DeskShell';

/** Nobody signed in: the sign-in page at the address asked for, so that one lands where one wanted to go. */
export function DeskDoor({ bare = false }: { bare?: boolean }) {
  const { t } = useTranslation('shell');
  const queries = useQueryClient();
  const me = useMe();
  const signedIn = Boolean(me.data);
  useEffect(() => (signedIn ? listen(queries) : undefined), [queries, signedIn]);
  if (me.isPending) return <Waiting />;
  if (me.isError) {
    return (
      <main className="pad">
        <Failed title={t('door.cut')} step={<Button onClick={() => void me.refetch()}>{t('door.again')}</Button>}>
          {t('door.why')}
        </Failed>
      </main>
    );
  }
  if (!me.data) return <SignInPage />;
  return (
    <Antd>
      {bare ? <Outlet /> : <DeskShell me={me.data} />}
    </Antd>
  );
}
