import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { WhyLine } from '../../ui/Refusal';
import type { DefinedFigure, FigureValue } from './api';
import { changeOf, isCorrected, lacksRate, readAs, signedTenths } from './figures';

interface FigureCardsProps {
  figures: DefinedFigure[];
  values: Record<string, FigureValue>;
  shown: string;
  rows: { closed: { reason: string } | undefined };
  onShow: (id: string) => void;
  onRows: (id: string) => void;
}

/** One card for each figure, the one that matters first and largest; each with its formula in words. */
export function FigureCards({ figures, values, shown, rows, onShow, onRows }: FigureCardsProps) {
  const { t } = useTranslation('indicator');
  return (
    <>
      <ul className="figure-cards">
        {figures.map((figure, index) => {
          const value = values[figure.id];
          return value ? (
            <li key={figure.id} className={index === 0 ? 'card figure-card first' : 'card figure-card'}>
              <button type="button" className="figure-name" aria-pressed={figure.id === shown} onClick={() => onShow(figure.id)}>
                {figure.name}
              </button>
              <Figure figure={figure} value={value} />
              <p className="s t2 formula">
                <span className="mono">{figure.rule}</span> {figure.formula}
              </p>
              {!rows.closed && !value.hidden && (value.now?.n ?? 0) > 0 && (
                <Button small kind="quiet" label={t('rowsOf', { figure: figure.name })} onClick={() => onRows(figure.id)}>
                  {t('rows')}
                </Button>
              )}
            </li>
          ) : null;
        })}
      </ul>
      {rows.closed && <WhyLine>{rows.closed.reason}</WhyLine>}
    </>
  );
}

function Figure({ figure, value }: { figure: DefinedFigure; value: FigureValue }) {
  const { t } = useTranslation('indicator');
  const now = value.now;
  if (value.hidden || !now) return <p className="figure-now hidden-cell">{t('hidden')}</p>;
  if (lacksRate(figure, now)) return <p className="figure-now hidden-cell">{t('noRate')}</p>;
  return (
    <>
      <p className="figure-now">
        <b className="num">{readAs(figure, now)}</b> <span className="t2">{figure.unit}</span>
        {now.rate !== null && <span className="s t2">{t('count', { n: now.n })}</span>}
      </p>
      <p className="row g12 wrap s t2">
        <Change word={t('before')} value={changeOf(now, value.before)} />
        <Change word={t('yearAgo')} value={changeOf(now, value.yearAgo)} />
      </p>
      {isCorrected(value) && value.frozen && <p className="s corrected">{t('corrected', { then: readAs(figure, value.frozen), now: readAs(figure, now) })}</p>}
    </>
  );
}

function Change({ word, value }: { word: string; value: ReturnType<typeof changeOf> }) {
  const { t } = useTranslation('indicator');
  return (
    <span className="nw">
      {word} <b className="num">{value ? `${signedTenths(value.by)}${value.percent ? ' %' : ''}` : t('nothing')}</b>
    </span>
  );
}
