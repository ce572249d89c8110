import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session';
import { download } from '../../api/download';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { WhyLine } from '../../ui/Refusal';
import { Failed } from '../../ui/States';
import { useDoing } from '../../ui/useDoing';
import type { QueueFilter } from './api';

/** The list as it stands, as a workbook; recorded like any other look, and more than fifty persons only with a second person. */
export function ExportButton({ filter }: { filter: QueueFilter }) {
  const { t } = useTranslation('warning');
  const me = useMe();
  const doing = useDoing();
  const [asking, setAsking] = useState(false);
  const fetchFile = async () => {
    const done = await doing.run(() => download('/api/warning/export', { ...filter }, 'warnings.xlsx'));
    if (done) setAsking(false);
  };
  if (!me.data?.roles.includes('WARNING_CLERK')) return null;
  return (
    <>
      <Button icon="download" onClick={() => setAsking(true)}>
        {t('export.open')}
      </Button>
      {asking && (
        <Dialog
          title={t('export.title')}
          onClose={() => setAsking(false)}
          foot={
            <>
              <span className="sp" />
              <Button kind="primary" icon="download" busy={doing.busy} onClick={() => void fetchFile()}>
                {t('export.do')}
              </Button>
            </>
          }
        >
          <div className="col g12">
            <p>{t('export.what')}</p>
            <WhyLine>{t('export.recorded')}</WhyLine>
            {doing.refused && <Failed title={t('export.failed')}>{doing.refused}</Failed>}
          </div>
        </Dialog>
      )}
    </>
  );
}
