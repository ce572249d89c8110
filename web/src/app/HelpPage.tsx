import { useTranslation } from 'react-i18next';
import { PageFrame } from '../ui/PageFrame';
import './help.css';

type Word = 'command' | 'leave' | 'move' | 'take' | 'openRow' | 'importKey' | 'belief' | 'sign' | 'report' | 'extension' | 'return';

const groups: { title: 'everywhere' | 'queue' | 'episode' | 'orders'; keys: [string[], Word][] }[] = [
  { title: 'everywhere', keys: [[['/'], 'command'], [['Esc'], 'leave'], [['↑', '↓'], 'move'], [['Enter'], 'openRow']] },
  { title: 'queue', keys: [[['Space'], 'take'], [['D'], 'importKey']] },
  { title: 'episode', keys: [[['1', '2', '3', '4', '5', '6'], 'belief']] },
  { title: 'orders', keys: [[['S'], 'sign'], [['H'], 'report'], [['Y'], 'extension'], [['T'], 'return']] },
];

/** The keys, what the colours mean, and the two promises that matter most. */
export function HelpPage() {
  const { t } = useTranslation('shell');
  return (
    <PageFrame flowing title={t('help.title')}>
      <div className="help">
        {groups.map((group) => (
          <section key={group.title} className="card pad">
            <h2>{t(`help.${group.title}`)}</h2>
            <dl>
              {group.keys.map(([keys, word]) => (
                <div key={word}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key} className="kbd">
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{t(`help.${word}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
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
