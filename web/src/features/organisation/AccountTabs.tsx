import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { paths } from '../../paths';

/** My own sign-in: password and second factor, and where I am signed in. */
export function AccountTabs() {
  const { t } = useTranslation('organisation');
  const { pathname } = useLocation();
  return (
    <nav className="tabs" aria-label={t('tabs.own')}>
      <Link className="tab" to={paths.account} aria-current={pathname === paths.account ? 'page' : undefined}>
        {t('account.tab')}
      </Link>
      <Link className="tab" to={paths.sessions} aria-current={pathname === paths.sessions ? 'page' : undefined}>
        {t('sessions.title')}
      </Link>
    </nav>
  );
}
