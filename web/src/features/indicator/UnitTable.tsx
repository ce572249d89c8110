import { useTranslation } from 'react-i18next';
import type { DefinedFigure, FigureBoard, FigureRow } from './api';
import { isCorrected, readAs } from './figures';

/** Units beside one another: never people. */
export function UnitTable({ board, onUnit }: { board: FigureBoard; onUnit: (unit: string) => void }) {
  const { t } = useTranslation('indicator');
  return (
    <section className="card list-card">
      <h2 className="pad">{t('units')}</h2>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('units')}>
        <table className="tbl stack figure-units">
          <thead>
            <tr>
              <th>{t('unit')}</th>
              {board.figures.map((figure) => (
                <th key={figure.id} className="right">
                  {figure.name} <span className="t2">{figure.unit}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {board.rows.map((row) => (
              <tr key={`${row.unitId ?? 'own'}${String(row.whole)}`} className={row.whole ? 'whole' : undefined}>
                <td>
                  {row.unitId && !row.whole ? (
                    <button type="button" className="linkish" onClick={() => onUnit(row.unitId ?? '')}>
                      {row.name}
                    </button>
                  ) : (
                    <b>{row.name}</b>
                  )}
                </td>
                {board.figures.map((figure) => (
                  <Cell key={figure.id} figure={figure} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({ figure, row }: { figure: DefinedFigure; row: FigureRow }) {
  const { t } = useTranslation('indicator');
  const value = row.values[figure.id];
  const now = value?.now;
  return (
    <td className="right num" data-word={figure.name}>
      {now && !value.hidden ? readAs(figure, now) : <span className="hidden-cell">{t('hidden')}</span>}
      {value && isCorrected(value) && value.frozen && <small>{t('frozenShort', { then: readAs(figure, value.frozen) })}</small>}
    </td>
  );
}
