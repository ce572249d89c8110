import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import { download } from '../../api/download';
import { useMe } from '../../api/session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FormField } from '../../ui/FormField';
import { WhyLine } from '../../ui/Refusal';
import { Failed } from '../../ui/States';
import { useDoing } from '../../ui/useDoing';
import type { QueueFilter } from './api';
import { askForExport } from './exportApi';
import { ExportRequests } from './ExportRequests';

const shortest = 2;

/** The list as it stands, as a workbook, for a named reason; more than fifty persons only once a second person has agreed. */
export function ExportButton({ filter }: { filter: QueueFilter }) {
  const { t } = useTranslation('warning');
  const me = useMe();
  const [open, setOpen] = useState(false);
  if (!me.data?.roles.includes('WARNING_CLERK')) return null;
  return (
    <>
      <Button icon="download" onClick={() => setOpen(true)}>
        {t('export.open')}
      </Button>
      {open && <ExportDialog filter={filter} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({ filter, onClose }: { filter: QueueFilter; onClose: () => void }) {
  const { t } = useTranslation('warning');
  const queries = useQueryClient();
  const doing = useDoing();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [second, setSecond] = useState(false);
  const [requests, setRequests] = useState(false);
  const given = reason.trim().length >= shortest;
  const fetchFile = async () => {
    setTried(true);
    if (!given) return;
    const done = await doing.run(async () => {
      try {
        await download('/api/warning/export', { ...filter, reason: reason.trim() }, 'warnings.xlsx');
      } catch (error) {
        setSecond(error instanceof Problem && error.code === 'warning.export-needs-second');
        throw error;
      }
    });
    if (done) onClose();
  };
  const ask = () =>
    void doing.run(async () => {
      await askForExport(filter, reason.trim());
      await queries.invalidateQueries({ queryKey: ['export'] });
      setSecond(false);
      setRequests(true);
    });
  return (
    <Dialog
      title={t('export.title')}
      width={640}
      onClose={onClose}
      foot={
        <>
          {!requests && (
            <Button kind="quiet" onClick={() => setRequests(true)}>
              {t('export.requests')}
            </Button>
          )}
          <span className="sp" />
          {second ? (
            <Button kind="primary" busy={doing.busy} onClick={ask}>
              {t('export.ask')}
            </Button>
          ) : (
            <Button kind="primary" icon="download" busy={doing.busy} onClick={() => void fetchFile()}>
              {t('export.do')}
            </Button>
          )}
        </>
      }
    >
      <div className="col g12">
        <p>{t('export.what')}</p>
        <FormField word={t('export.reason')} hint={t('export.reasonHint')} missing={tried && !given ? t('export.reasonMissing') : undefined}>
          {(wiring) => <input {...wiring} className="input" data-first maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </FormField>
        <WhyLine>{t('export.recorded')}</WhyLine>
        {doing.refused && <Failed title={t('export.failed')}>{doing.refused}</Failed>}
        {requests && <ExportRequests />}
      </div>
    </Dialog>
  );
}
