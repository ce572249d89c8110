import { useTranslation } from 'react-i18next';
import { grouped } from '../../ui/format';
import type { FigureBoard } from './api';

/** Which source cries wolf. */
export function SourceTable({ sources }: { sources: FigureBoard['sources'] }) {
  const { t } = useTranslation('indicator');
  return (
    <section className="card list-card">
      <h2 className="pad">{t('sources')}</h2>
      <p className="pad s t2">{t('sourcesWhy')}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('sources')}>
        <table className="tbl">
          <thead>
            <tr>
              <th>{t('source')}</th>
              <th className="right">{t('falseAlarms')}</th>
              <th className="right">{t('falseShare')}</th>
            </tr>
          </thead>
          <tbody>
            {sources.map((each) => (
              <tr key={each.source}>
                <td>{each.source || t('noSource')}</td>
                <td className="right num">{each.hidden || each.falseAlarms === null ? <span className="hidden-cell">{t('hidden')}</span> : grouped(each.falseAlarms)}</td>
                <td className="right num">{each.percent === null ? t('nothing') : `${each.percent} %`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
