import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { destinationsFor } from './destinations';
import { KeyGroups } from './KeyGroups';
import './help.css';

/** The keys, over whatever page one is on. */
export function HelpSheet({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Dialog title={t('help.sheet')} width={920} onClose={onClose}>
      <div className="help">
        <KeyGroups />
        <section className="card pad">
          <h2>{t('help.go')}</h2>
          <dl>
            {destinationsFor(me).map(
              (each) =>
                each.go && (
                  <div key={each.key}>
                    <dt>
                      <kbd className="kbd">G</kbd> <kbd className="kbd">{each.go.toUpperCase()}</kbd>
                    </dt>
                    <dd>{t(`page.${each.key}`)}</dd>
                  </div>
                ),
            )}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
