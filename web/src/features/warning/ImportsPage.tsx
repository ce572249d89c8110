import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useMe } from '../../api/session';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { PageFrame } from '../../ui/PageFrame';
import { ProgressBar } from '../../ui/ProgressBar';
import { Failed } from '../../ui/States';
import { useKeys } from '../../ui/useKeys';
import { ImportDialog } from './ImportDialog';
import { upload } from './importApi';
import { ImportHistory } from './ImportHistory';
import { Quarantine } from './Quarantine';
import './import.css';
import './warning.css';

/** Import: choose a file; the whole of it is tried first. Below, what was imported before, and what a stream brought that could not be taken. */
export function ImportsPage() {
  const { t } = useTranslation('warning');
  const { id } = useParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const clerk = useMe().data?.roles.includes('WARNING_CLERK') ?? false;
  const chooser = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ file: File; sent: number }>();
  const [refused, setRefused] = useState<string>();
  const [over, setOver] = useState(false);
  const send = async (file: File | undefined) => {
    if (!file || sending) return;
    setRefused(undefined);
    setSending({ file, sent: 0 });
    try {
      const made = await upload(file, (sent) => setSending({ file, sent }));
      await queries.invalidateQueries({ queryKey: ['import'] });
      void navigate(paths.importOf(made.id));
    } catch (error) {
      setRefused(error instanceof Error && error.message ? error.message : t('cut', { ns: 'ui' }));
    } finally {
      setSending(undefined);
      if (chooser.current) chooser.current.value = '';
    }
  };
  useKeys({ d: () => chooser.current?.click(), Backspace: () => void navigate(paths.queue), ArrowLeft: () => !id && void navigate(paths.queue) });
  return (
    <PageFrame
      flowing
      title={t('import.title')}
      actions={
        <Button kind="primary" icon="upload" keyCap="D" onClick={() => chooser.current?.click()}>
          {t('import.choose')}
        </Button>
      }
      keys={[
        { keys: ['D'], word: t('keys.import') },
        { keys: ['←'], word: t('keys.back') },
      ]}
    >
      <div className="col g16">
        <div
          className={over ? 'drop over' : 'drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            void send(event.dataTransfer.files[0]);
          }}
        >
          <input ref={chooser} className="vh" type="file" accept=".xlsx,.csv" aria-label={t('import.choose')} onChange={(event) => void send(event.target.files?.[0])} />
          {sending ? (
            <ProgressBar word={`${t('import.uploading')} ${sending.file.name}`} done={Math.round(sending.sent / 1024)} whole={Math.max(1, Math.round(sending.file.size / 1024))} unit="KB" />
          ) : (
            <>
              <button type="button" className="linkish" onClick={() => chooser.current?.click()}>
                {t('import.drop')}
              </button>
              <p className="m t2">{t('import.dropWhy')}</p>
            </>
          )}
        </div>
        {refused && <Failed title={t('import.uploadFailed')}>{refused}</Failed>}
        <ImportHistory />
        {clerk && <Quarantine />}
      </div>
      {id && <ImportDialog id={id} onClose={() => void navigate(paths.imports)} />}
    </PageFrame>
  );
}
