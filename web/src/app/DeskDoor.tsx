import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { listen } from '../api/live';
import { isHeld, useMe } from '../api/session';
import { SignInPage } from '../features/organisation/SignInPage';
import { paths } from '../paths';
import { Button } from '../ui/Button';
import { Failed, Waiting } from '../ui/States';
import { Antd } from './Antd';
import { DeskShell } from './DeskShell';
import { homeOf } from './destinations';

/** Nobody signed in: the sign-in page at the address asked for, so that one lands where one wanted to go. */
export function DeskDoor({ bare = false }: { bare?: boolean }) {
  const { t } = useTranslation('shell');
  const queries = useQueryClient();
  const me = useMe();
  const { pathname } = useLocation();
  const works = Boolean(me.data && !isHeld(me.data));
  useEffect(() => (works ? listen(queries) : undefined), [queries, works]);
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
  if (isHeld(me.data) && pathname !== paths.account) return <Navigate to={paths.account} replace />;
  return (
    <Antd>
      {bare ? <Outlet /> : <DeskShell me={me.data} />}
    </Antd>
  );
}

/** The first page of whoever sits here. */
export function Home() {
  const me = useMe();
  return me.data ? <Navigate to={homeOf(me.data)} replace /> : null;
}
