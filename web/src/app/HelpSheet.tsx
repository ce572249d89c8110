import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { GoKeys, KeyGroups } from './KeyGroups';
import './help.css';

/** The keys, over whatever page one is on. */
export function HelpSheet({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Dialog title={t('help.sheet')} width={920} onClose={onClose}>
      <div className="help">
        <KeyGroups />
        <GoKeys me={me} />
      </div>
    </Dialog>
  );
}
