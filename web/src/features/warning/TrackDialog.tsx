import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Episode } from '../../api/types';
import type { TrackName } from '../../api/trackTypes';
import { UnitChoice } from '../../api/UnitChoice';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { Dialog } from '../../ui/Dialog';
import { FormField } from '../../ui/FormField';
import { Failed } from '../../ui/States';
import { useDoing } from '../../ui/useDoing';
import { useKeys } from '../../ui/useKeys';
import { openTracks, type TrackOpening } from './api';

const openable = ['other-numbers', 'patrol', 'committee', 'work-unit', 'bank', 'family'] as const satisfies readonly TrackName[];
type Openable = (typeof openable)[number];
const partners: readonly Openable[] = ['committee', 'work-unit', 'bank'];
const bases = ['consent', 'danger', 'duty'] as const;

interface TrackDialogProps {
  episode: Episode;
  onClose: () => void;
  onChanged: () => void;
}

/** Nobody answers: every way at once, unless one is taken out. Family waits for a basis. */
export function TrackDialog({ episode, onClose, onChanged }: TrackDialogProps) {
  const { t } = useTranslation('track');
  const doing = useDoing();
  const underWay = (track: Openable) => episode.search.tracks.some((line) => line.track === track && (line.state === 'sent' || line.state === 'running'));
  const [chosen, setChosen] = useState<Openable[]>(() => openable.filter((track) => track !== 'family' && !underWay(track)));
  const [basis, setBasis] = useState('');
  const [words, setWords] = useState('');
  const [units, setUnits] = useState<Partial<Record<Openable, string>>>({});
  const [tried, setTried] = useState(false);
  const withFamily = chosen.includes('family');
  const missing = {
    basis: withFamily && !basis ? t('basis.missing') : undefined,
    words: withFamily && basis && basis !== 'danger' && words.trim().length < 2 ? t('basis.wordsMissing') : undefined,
  };
  const toggle = (track: Openable) => setChosen((before) => (before.includes(track) ? before.filter((each) => each !== track) : [...before, track]));
  const openingOf = (track: Openable): TrackOpening => ({
    track,
    ...(track === 'family' ? { basis, ...(words.trim() ? { words: words.trim() } : {}) } : {}),
    ...(units[track] ? { unitId: units[track] } : {}),
  });
  const send = async () => {
    setTried(true);
    if (missing.basis || missing.words || chosen.length === 0) return;
    if (await doing.run(() => openTracks(episode.id, chosen.map(openingOf)))) {
      onChanged();
      onClose();
    }
  };
  useKeys({ Enter: () => void send() }, true);
  return (
    <Dialog
      title={t('opening')}
      onClose={onClose}
      closeWord={t('cancel')}
      foot={
        <>
          <span className="s t2">{t('why')}</span>
          <span className="sp" />
          <Button kind="primary" keyCap="Enter" busy={doing.busy} onClick={() => void send()}>
            {t('go', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className="col g12">
        {openable.map((track, index) => (
          <div key={track} className="track-choice">
            <label className="row g8">
              <input type="checkbox" checked={chosen.includes(track)} disabled={underWay(track)} {...(index === 0 ? { 'data-first': true } : {})} onChange={() => toggle(track)} />
              <b>{t(`name.${track}`)}</b>
              <span className="s t2">{t(`about.${track}`)}</span>
              {underWay(track) && <Chip kind="reached">{t('isOpen')}</Chip>}
            </label>
            {partners.includes(track) && chosen.includes(track) && (
              <FormField word={`${t(`name.${track}`)} · ${t('partner')}`} hint={t('partnerHint')}>
                {(wiring) => <UnitChoice {...wiring} value={units[track]} onChange={(id) => setUnits((before) => ({ ...before, [track]: id }))} />}
              </FormField>
            )}
          </div>
        ))}
        {withFamily && (
          <>
            <FormField word={t('basis.word')} missing={tried ? missing.basis : undefined}>
              {(wiring) => (
                <select {...wiring} className="input" value={basis} onChange={(event) => setBasis(event.target.value)}>
                  <option value="">{t('basis.choose')}</option>
                  {bases.map((each) => (
                    <option key={each} value={each}>
                      {t(`basis.${each}`)}
                    </option>
                  ))}
                </select>
              )}
            </FormField>
            {basis !== '' && basis !== 'danger' && (
              <FormField word={t('basis.words')} missing={tried ? missing.words : undefined}>
                {(wiring) => <input {...wiring} className="input" value={words} onChange={(event) => setWords(event.target.value)} />}
              </FormField>
            )}
          </>
        )}
        {doing.refused && <Failed title={t('failed')}>{doing.refused}</Failed>}
      </div>
    </Dialog>
  );
}
