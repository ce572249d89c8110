import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';

interface MaskedProps {
  /** Already masked by the server, or open because a purpose was recorded. */
  value: string;
  open: boolean;
  purposes: { id: string; word: string }[];
  /** Asks the server to open the record for the purpose; the line that names the reader comes back with it. */
  onShow: (purposeId: string) => void;
  record?: string;
}

/** A covered value. Showing it asks for the purpose first; afterwards a line says who saw it, for what and when. */
export function Masked({ value, open, purposes, onShow, record }: MaskedProps) {
  const { t } = useTranslation('ui');
  const [asking, setAsking] = useState(false);
  return (
    <span className="masked">
      <span className="mask num">{value}</span>
      {open && record && <span className="s t3"> {record}</span>}
      {!open && !asking && (
        <button type="button" className="linkish row g4" onClick={() => setAsking(true)}>
          <Icon name="eye" small />
          {t('masked.show')}
        </button>
      )}
      {!open && asking && (
        <span className="row g4 wrap" role="group" aria-label={t('masked.purpose')}>
          <span className="s t2">{t('masked.purpose')}</span>
          {purposes.map((purpose) => (
            <button key={purpose.id} type="button" className="btn small" onClick={() => onShow(purpose.id)}>
              {purpose.word}
            </button>
          ))}
        </span>
      )}
    </span>
  );
}
