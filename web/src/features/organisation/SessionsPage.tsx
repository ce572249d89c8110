import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../ui/PageFrame';
import { Empty, Failed, Waiting } from '../../ui/States';
import { AccountTabs } from './AccountTabs';
import { useSessions } from './api';
import { SessionList } from './SessionList';
import './organisation.css';

/** Where I am signed in. */
export function SessionsPage() {
  const { t } = useTranslation('organisation');
  const found = useSessions();
  return (
    <PageFrame flowing title={t('sessions.title')} tabs={<AccountTabs />} filters={<p className="m t2">{t('sessions.why')}</p>}>
      {found.isPending && <Waiting />}
      {found.isError && <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>}
      {found.data?.length === 0 && <Empty title={t('sessions.empty')} />}
      {found.data && found.data.length > 0 && <SessionList sessions={found.data} />}
    </PageFrame>
  );
}
