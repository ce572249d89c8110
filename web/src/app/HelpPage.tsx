import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import { PageFrame } from '../ui/PageFrame';
import { GoKeys, KeyGroups } from './KeyGroups';
import './help.css';

/** The keys, what the colours mean, and the two promises that matter most. */
export function HelpPage() {
  const { t } = useTranslation('shell');
  const me = useMe();
  return (
    <PageFrame flowing title={t('help.title')}>
      <div className="help">
        <KeyGroups />
        {me.data && <GoKeys me={me.data} />}
        <section className="card pad">
          <h2>{t('help.colours')}</h2>
          <ul>
            {(['teal', 'ochre', 'red', 'inkWord'] as const).map((each) => (
              <li key={each} className="row g8">
                <i className={`swatch ${each}`} />
                {t(`help.${each}`)}
              </li>
            ))}
          </ul>
        </section>
        <section className="card pad">
          <h2>{t('help.loop')}</h2>
          <p>{t('help.loopText')}</p>
        </section>
        <section className="card pad">
          <h2>{t('help.privacy')}</h2>
          <p>{t('help.privacyText')}</p>
        </section>
      </div>
    </PageFrame>
  );
}
