import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Episode, OpenedEpisode } from '../../api/types';
import { FormField } from '../../ui/FormField';
import { Icon } from '../../ui/Icon';
import { ActionButton, type ClosedReason } from '../../ui/Refusal';
import { Failed } from '../../ui/States';
import { useKeys } from '../../ui/useKeys';
import { openEpisode } from './api';

const purposes = ['dissuade', 'visit', 'join-check'] as const;
type Purpose = (typeof purposes)[number];

interface OpenCardProps {
  episode: Episode;
  closed: ClosedReason | undefined;
  onOpened: (content: OpenedEpisode, purpose: Purpose) => void;
}

/** The purpose comes before the data. */
export function OpenCard({ episode, closed, onOpened }: OpenCardProps) {
  const { t } = useTranslation('warning');
  const [purpose, setPurpose] = useState<Purpose>('dissuade');
  const [reason, setReason] = useState('');
  const ended = episode.state === 'closed' || episode.state === 'history';
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const open = async () => {
    if (busy || closed) return;
    setBusy(true);
    setRefused(undefined);
    try {
      onOpened(await openEpisode(episode.id, purpose, reason ? { reason } : {}), purpose);
    } catch (error) {
      setRefused(error instanceof Error ? error.message : '');
    } finally {
      setBusy(false);
    }
  };
  useKeys({ Enter: () => void open() });
  return (
    <div className="open-card">
      <Icon name="lock" />
      <h2>{t('episode.sealed')}</h2>
      <p className="t2">{t('episode.sealedWhy')}</p>
      <fieldset className="choices">
        <legend className="m t2">{t('episode.purpose')}</legend>
        <div className="row g8 wrap">
          {purposes.map((each) => (
            <button key={each} type="button" className="btn" aria-pressed={each === purpose} onClick={() => setPurpose(each)}>
              {t(`episode.purposes.${each}`)}
            </button>
          ))}
        </div>
      </fieldset>
      <FormField word={t(ended ? 'episode.reasonEnded' : 'episode.reason')}>{(wiring) => <input {...wiring} className="input" value={reason} onChange={(event) => setReason(event.target.value)} />}</FormField>
      {refused && <Failed title={t('episode.openFailed')}>{refused}</Failed>}
      <div>
        <ActionButton kind="primary" icon="eye" keyCap="Enter" busy={busy} closed={closed} onClick={() => void open()}>
          {t('episode.openKey')}
        </ActionButton>
      </div>
    </div>
  );
}
