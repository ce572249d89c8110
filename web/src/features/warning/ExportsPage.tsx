import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../ui/PageFrame';
import { PinnedBand } from '../../ui/PinnedBand';
import { Empty, Failed, Waiting } from '../../ui/States';
import { decidable, useExportRequests } from './exportApi';
import { ExportRequest } from './ExportRequests';
import './warning.css';

/** Lists that somebody wants to take out of the house: who waits for my word, and what was decided. */
export function ExportsPage() {
  const { t } = useTranslation('warning');
  const found = useExportRequests(true);
  const all = found.data?.items ?? [];
  const mine = all.filter(decidable);
  const others = all.filter((each) => !decidable(each));
  return (
    <PageFrame flowing title={t('export.page')} filters={<p className="m t2">{t('export.pageWhy')}</p>} honesty={t('export.recordedShort')}>
      {found.isPending && <Waiting rows={4} />}
      {found.isError && <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>}
      {found.data && all.length === 0 && <Empty title={t('export.noRequests')}>{t('export.noRequestsWhy')}</Empty>}
      <div className="exports">
        {mine.length > 0 && (
          <section className="card list-card" aria-label={t('export.waiting')}>
            <PinnedBand word={t('export.waiting')} count={mine.length}>
              {t('export.waitingWhy')}
            </PinnedBand>
            <ul>
              {mine.map((each) => (
                <ExportRequest key={each.id} request={each} />
              ))}
            </ul>
          </section>
        )}
        {others.length > 0 && (
          <section className="card list-card">
            <h2 className="pad">{t('export.others')}</h2>
            <ul>
              {others.map((each) => (
                <ExportRequest key={each.id} request={each} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </PageFrame>
  );
}
