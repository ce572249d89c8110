import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMe } from '../../api/session';
import { paths } from '../../paths';

/** The pages about units and people, side by side. */
export function OrganisationTabs() {
  const { t } = useTranslation('organisation');
  const { pathname } = useLocation();
  const me = useMe();
  const administers = me.data?.roles.includes('ADMINISTRATOR') ?? false;
  const tabs = [
    { to: paths.units, word: t('tabs.units'), on: pathname.startsWith(paths.units) },
    { to: paths.duty, word: t('tabs.duty'), on: pathname.startsWith(paths.duty) },
    ...(administers ? [{ to: paths.clients, word: t('tabs.clients'), on: pathname.startsWith(paths.clients) }] : []),
  ];
  return (
    <nav className="tabs" aria-label={t('tabs.label')}>
      {tabs.map((tab) => (
        <Link key={tab.to} className="tab" to={tab.to} aria-current={tab.on ? 'page' : undefined}>
          {tab.word}
        </Link>
      ))}
    </nav>
  );
}
