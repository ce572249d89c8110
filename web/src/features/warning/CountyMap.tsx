import { useTranslation } from 'react-i18next';
import type { Wallboard } from '../../api/deskTypes';
import { Empty } from '../../ui/States';

type County = Wallboard['counties'][number];

/** Tongliao's counties as a scheme: who lies beside whom, not where a boundary runs. */
const shapes: Record<string, { outline: string; at: [number, number]; mark: [number, number] }> = {
  '150581': { outline: '56,16 150,16 184,50 184,112 98,112 56,72', at: [120, 52], mark: [28, 44] },
  '150526': { outline: '184,50 272,50 352,130 352,192 290,192 290,242 150,242 98,192 98,112 184,112', at: [220, 138], mark: [302, 118] },
  '150521': { outline: '352,130 432,148 520,226 520,304 404,304 404,242 290,242 290,192 352,192', at: [440, 206], mark: [374, 158] },
  '150523': { outline: '150,242 290,242 290,316 250,344 190,344 130,284', at: [216, 272], mark: [152, 268] },
  '150502': { outline: '290,242 404,242 404,346 344,386 272,386 250,344 290,316', at: [344, 288], mark: [388, 262] },
  '150522': { outline: '404,304 520,304 542,368 508,452 438,492 384,438 344,386 404,346', at: [456, 376], mark: [516, 330] },
  '150524': { outline: '272,386 344,386 384,438 354,496 272,476', at: [322, 420], mark: [290, 402] },
  '150525': { outline: '130,284 190,344 250,344 272,386 272,476 210,496 140,436', at: [202, 392], mark: [152, 322] },
};

export function CountyMap({ counties }: { counties: County[] }) {
  const { t } = useTranslation('warning');
  const drawn = counties.some((county) => shapes[county.code]);
  const sum = (pick: (county: County) => number) => counties.reduce((total, county) => total + pick(county), 0);
  return (
    <section className="card wall-map">
      <div className="wall-map-head">
        <h2>
          {t('wall.open')} <span className="num">{sum((county) => county.open)}</span>
        </h2>
        <p className="t2">{t('wall.openAbout', { unsigned: sum((county) => county.unsigned), moving: sum((county) => county.moneyMoving + county.life) })}</p>
      </div>
      {counties.length === 0 && (
        <div className="wall-none">
          <Empty title={t('wall.noUnits')}>{t('wall.noUnitsWhy')}</Empty>
        </div>
      )}
      {counties.length > 0 && !drawn && <Tiles counties={counties} />}
      {drawn && <Scheme counties={counties} />}
      {drawn && <Others counties={counties.filter((county) => !shapes[county.code] && county.open > 0)} />}
      {counties.length > 0 && <Legend schematic={drawn} />}
      <table className="vh">
        <caption>{t('wall.table')}</caption>
        <thead>
          <tr>
            {(['county', 'open', 'unsigned', 'money', 'life'] as const).map((each) => (
              <th key={each} scope="col">
                {t(`wall.column.${each}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counties.map((county) => (
            <tr key={county.code}>
              <th scope="row">{county.name}</th>
              <td>{county.open}</td>
              <td>{county.unsigned}</td>
              <td>{county.moneyMoving}</td>
              <td>{county.life}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The counties on the scheme. */
function Scheme({ counties }: { counties: County[] }) {
  const { t } = useTranslation('warning');
  return (
    <svg viewBox="0 0 570 512" aria-hidden="true">
      {counties.map((county) => {
        const shape = shapes[county.code];
        return (
          shape && (
            <g key={county.code}>
              <polygon className={`county ${toneOf(county.open)}`} points={shape.outline} />
              <text className="county-name" x={shape.at[0]} y={shape.at[1]}>
                {county.name}
              </text>
              <text className="county-open" x={shape.at[0]} y={shape.at[1] + 22}>
                {county.open}
              </text>
              <text className={county.unsigned > 0 ? 'county-unsigned' : 'county-signed'} x={shape.at[0]} y={shape.at[1] + 40}>
                {county.unsigned > 0 ? t('wall.unsigned', { count: county.unsigned }) : county.open > 0 ? t('wall.allSigned') : t('wall.none')}
              </text>
              {county.moneyMoving > 0 && <Mark word={t('wall.moneyMark')} at={shape.mark} />}
              {county.life > 0 && <Mark word={t('wall.lifeMark')} at={[shape.mark[0], shape.mark[1] + 26]} />}
            </g>
          )
        );
      })}
    </svg>
  );
}

/** Units that have no shape, side by side. */
function Tiles({ counties }: { counties: County[] }) {
  const { t } = useTranslation('warning');
  return (
    <ul className="wall-tiles" aria-hidden="true">
      {counties.map((county) => (
        <li key={county.code} className={`tile ${toneOf(county.open)}`}>
          <span className="cut">{county.name}</span>
          <b className="num">{county.open}</b>
          <span className={county.unsigned > 0 ? 'tile-unsigned' : 't2'}>{county.unsigned > 0 ? t('wall.unsigned', { count: county.unsigned }) : county.open > 0 ? t('wall.allSigned') : t('wall.none')}</span>
          <span className="row g4">
            {county.moneyMoving > 0 && <i className="mark">{t('wall.moneyMark')}</i>}
            {county.life > 0 && <i className="mark">{t('wall.lifeMark')}</i>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Legend({ schematic }: { schematic: boolean }) {
  const { t } = useTranslation('warning');
  return (
    <div className="wall-legend t2">
      {(['low', 'middle', 'high'] as const).map((each, index) => (
        <span key={each}>
          <i className={`m${index + 1}`} />
          {t(`wall.legend.${each}`)}
        </span>
      ))}
      <span>
        <b className="mark">{t('wall.moneyMark')}</b>
        {t('wall.legend.money')}
      </span>
      <span>
        <b className="mark">{t('wall.lifeMark')}</b>
        {t('wall.legend.life')}
      </span>
      {schematic && <span className="t3">{t('wall.schematic')}</span>}
    </div>
  );
}

/** Units without a place on the scheme are named under it, so that the sum is seen to add up. */
function Others({ counties }: { counties: County[] }) {
  const { t } = useTranslation('warning');
  if (counties.length === 0) return null;
  return (
    <p className="t2">
      {t('wall.others')}：{counties.map((county) => `${county.name} ${county.open}`).join(' · ')}
    </p>
  );
}

function Mark({ word, at }: { word: string; at: readonly [number, number] }) {
  return (
    <g className="map-mark" transform={`translate(${at[0]} ${at[1]})`}>
      <circle className="pulse" r={11} />
      <circle r={10} />
      <text y={4.5}>{word}</text>
    </g>
  );
}

function toneOf(open: number): string {
  return open >= 100 ? 'm3' : open >= 30 ? 'm2' : 'm1';
}
