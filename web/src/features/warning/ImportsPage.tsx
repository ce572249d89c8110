import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { Chip, type ChipKind } from '../../ui/Chip';
import { grouped, momentOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { PageFrame } from '../../ui/PageFrame';
import { ProgressBar } from '../../ui/ProgressBar';
import { Empty, Failed } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { useKeys } from '../../ui/useKeys';
import type { WarningImport } from '../../api/types';
import { ImportDialog } from './ImportDialog';
import { upload, useImports } from './importApi';
import './import.css';
import './warning.css';

/** Import: choose a file; the whole of it is tried first. Below, what was imported before. */
export function ImportsPage() {
  const { t } = useTranslation('warning');
  const { id } = useParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ file: File; sent: number }>();
  const [refused, setRefused] = useState<string>();
  const [over, setOver] = useState(false);
  const imports = useImports();
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
  useKeys({ d: () => chooser.current?.click(), Backspace: () => void navigate(paths.queue) });
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
        <section className="card list-card">
          <h2 className="pad">
            {t('import.history')}
          </h2>
          {imports.data?.items.length === 0 && (
            <div className="pad">
              <Empty title={t('import.historyEmpty')}>{t('import.historyWhy')}</Empty>
            </div>
          )}
          {imports.isError && <Failed title={t('failed', { ns: 'ui' })}>{imports.error.message}</Failed>}
          {imports.data && imports.data.items.length > 0 && <History items={imports.data.items} onOpen={(each) => void navigate(paths.importOf(each.id))} />}
        </section>
      </div>
      {id && <ImportDialog id={id} onClose={() => void navigate(paths.imports)} />}
    </PageFrame>
  );
}

const kinds: Record<WarningImport['state'], ChipKind> = { reading: 'fact', 'dry-run-done': 'undecided', writing: 'reached', done: 'reached', failed: 'overdue', undone: 'notyet', cancelled: 'notyet' };
const figures = ['rows', 'accepted', 'merged', 'history', 'rejected'] as const;

function History({ items, onOpen }: { items: WarningImport[]; onOpen: (each: WarningImport) => void }) {
  const { t } = useTranslation('warning');
  const now = useNow();
  const language = useLanguage();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('import.history')}>
      <table className="tbl imports stack">
        <thead>
          <tr>
            <th>{t('import.column.file')}</th>
            <th>{t('import.column.state')}</th>
            {figures.map((each) => (
              <th key={each} className="right">
                {t(`import.column.${each}`)}
              </th>
            ))}
            <th>{t('import.column.at')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((each) => (
            <tr key={each.id}>
              <td>
                <button type="button" className="linkish" onClick={() => onOpen(each)}>
                  {each.fileName}
                </button>
                <small>{each.number}</small>
              </td>
              <td>
                <Chip kind={kinds[each.state] ?? 'fact'}>{t(`import.state.${each.state}`)}</Chip>
              </td>
              {figures.map((figure) => (
                <td key={figure} className="right num" data-word={t(`import.column.${figure}`)}>
                  {grouped(each[figure])}
                </td>
              ))}
              <td>
                {each.madeAt ? momentOf(each.madeAt, language, now) : ''}
                <small>{each.madeBy ?? ''}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
