import { useTranslation } from 'react-i18next';
import type { DefinedFigure, FigureBoard } from './api';
import { heightOf, readAs } from './figures';

const width = 720;
const height = 160;
const foot = 18;

/** Thirteen months as bars, hatched where hidden or nothing was counted, with the table of the same numbers under them. */
export function TrendChart({ figure, trend }: { figure: DefinedFigure; trend: FigureBoard['trend'] }) {
  const { t } = useTranslation('indicator');
  const heights = trend.map((each) => heightOf(figure, each.values[figure.id]));
  const most = Math.max(1, ...heights.map((each) => each ?? 0));
  const step = width / Math.max(1, trend.length);
  return (
    <section className="card pad figure-trend">
      <h2>
        {t('trend', { figure: figure.name })} <span className="s t2">{figure.unit}</span>
      </h2>
      <svg className="bars" viewBox={`0 0 ${width} ${height + foot}`} aria-hidden="true">
        <line x1={0} x2={width} y1={height} y2={height} />
        {trend.map((each, index) => {
          const value = heights[index];
          const tall = value === undefined ? height : (value / most) * (height - 16);
          return (
            <g key={each.month}>
              <rect className={value === undefined ? 'none' : index === trend.length - 1 ? 'last' : 'bar'} x={index * step + 6} y={height - tall} width={step - 12} height={tall} />
              <text x={index * step + step / 2} y={height + 14}>
                {each.month.slice(2)}
              </text>
            </g>
          );
        })}
      </svg>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('trend', { figure: figure.name })}>
        <table className="tbl">
          <thead>
            <tr>
              <th>{t('month')}</th>
              {trend.map((each) => (
                <th key={each.month} className="right">
                  {each.month}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{figure.name}</th>
              {trend.map((each) => {
                const reading = each.values[figure.id];
                return (
                  <td key={each.month} className="right num">
                    {reading ? readAs(figure, reading) : t('nothing')}
                  </td>
                );
              })}
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}
