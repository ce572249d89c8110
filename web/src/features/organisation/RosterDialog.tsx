import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterImport } from '../../api/unitTypes';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Equation } from '../../ui/Equation';
import { Failed } from '../../ui/States';
import { importRoster } from './api';

/** Units and staff from a spreadsheet: tried first, then written. */
export function RosterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [result, setResult] = useState<RosterImport>();
  const [written, setWritten] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  const run = async (chosen: File | undefined, dryRun: boolean) => {
    if (!chosen || busy) return;
    setBusy(true);
    setRefused(undefined);
    try {
      setResult(await importRoster(chosen, dryRun));
      setWritten(!dryRun);
      if (!dryRun) await queries.invalidateQueries({ queryKey: ['organisation'] });
    } catch (error) {
      setResult(undefined);
      setRefused(error instanceof Error ? error.message : '');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t('roster.title')}
      width={760}
      onClose={onClose}
      foot={
        <>
          <span className="sp" />
          {written && <b>{t('roster.written')}</b>}
          {result && !written && result.accepted > 0 && (
            <Button kind="primary" busy={busy} onClick={() => void run(file, false)}>
              {t('roster.write')}
            </Button>
          )}
        </>
      }
    >
      <div className="col g16">
        <p className="m t2">{t('roster.why')}</p>
        <div className="row g12 wrap">
          <Button icon="upload" kind={file ? 'default' : 'primary'} busy={busy} onClick={() => chooser.current?.click()}>
            {t('roster.choose')}
          </Button>
          <a className="btn" href="/api/organisation/import/template" download>
            {t('units.template')}
          </a>
          {file && <b className="cut">{file.name}</b>}
          <input
            ref={chooser}
            className="vh"
            type="file"
            accept=".xlsx"
            tabIndex={-1}
            aria-label={t('roster.choose')}
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              setFile(chosen);
              void run(chosen, true);
              event.target.value = '';
            }}
          />
        </div>
        {refused && <Failed title={t('roster.failed')}>{refused}</Failed>}
        {result && (
          <>
            <Equation
              whole={{ key: 'rows', word: t('roster.read'), figure: result.rows }}
              parts={[
                { key: 'accepted', word: t('roster.accepted'), figure: result.accepted },
                { key: 'rejected', word: t('roster.rejected'), figure: result.rejected, undecided: result.rejected > 0 },
              ]}
              equalWord={t('roster.equal')}
              unequalWord={t('roster.unequal')}
              because={t('roster.because')}
            />
            <ul className="col g4">
              {result.rejects.slice(0, 100).map((reject) => (
                <li key={`${reject.sheet}${reject.row}${reject.column}`} className="m">
                  <span className="t3">{t('roster.row', { sheet: reject.sheet, row: reject.row, column: reject.column })}</span> {reject.message}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
}
