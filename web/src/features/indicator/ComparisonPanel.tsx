import { useTranslation } from 'react-i18next';
import { grouped } from '../../ui/format';
import { Empty, Failed, Waiting } from '../../ui/States';
import { useComparisons, type ComparedGroup, type ComparisonPage } from './api';

/** Which script, channel and time of day works: shares with their intervals, and an honest "not enough data". Never who. */
export function ComparisonPanel({ unit }: { unit: string | undefined }) {
  const { t } = useTranslation('indicator');
  const found = useComparisons(unit);
  if (found.isPending) return <Waiting rows={8} />;
  if (found.isError) return <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>;
  const page = found.data;
  return (
    <div className="figures">
      <p className="m t2">{t('works.why', { days: page.days, fewest: page.fewest })}</p>
      {page.items.map((each) => (
        <Compared key={`${each.what}-${each.measure}`} compared={each} fewest={page.fewest} />
      ))}
    </div>
  );
}

function Compared({ compared, fewest }: { compared: ComparisonPage['items'][number]; fewest: number }) {
  const { t } = useTranslation('indicator');
  const title = useTitle(compared);
  return (
    <section className="card list-card">
      <h2 className="pad">{title}</h2>
      {compared.groups.length === 0 ? (
        <div className="pad">
          <Empty title={t('works.verdict.notEnough')}>{t('works.none')}</Empty>
        </div>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label={title}>
          <table className="tbl stack">
            <thead>
              <tr>
                <th>{t('works.group')}</th>
                <th className="right">{t('works.of')}</th>
                <th className="right">{t('works.share')}</th>
                <th>{t('works.interval')}</th>
                <th>{t('works.says')}</th>
              </tr>
            </thead>
            <tbody>
              {compared.groups.map((group) => (
                <Group key={group.key} what={compared.what} group={group} fewest={fewest} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Group({ what, group, fewest }: { what: string; group: ComparedGroup; fewest: number }) {
  const { t } = useTranslation('indicator');
  const name = useGroupName(what, group.key);
  const { low, high, percent } = group;
  const verdict = group.verdict === 'better' || group.verdict === 'worse' ? group.verdict : 'notEnough';
  return (
    <tr>
      <td>{name}</td>
      <td className="right num" data-word={t('works.of')}>
        {group.of === null ? t('works.few', { fewest }) : grouped(group.of)}
      </td>
      <td className="right num" data-word={t('works.share')}>
        {percent === null ? t('nothing') : `${percent} %`}
      </td>
      <td data-word={t('works.interval')}>
        {low !== null && high !== null && percent !== null && (
          <span className="row g8">
            <svg className="interval" viewBox="0 0 100 12" aria-hidden="true">
              <line x1={0} x2={100} y1={6} y2={6} />
              <rect x={low} y={3} width={Math.max(1, high - low)} height={6} />
              <circle cx={percent} cy={6} r={3} />
            </svg>
            <span className="num nw">{t('works.from', { low, high })}</span>
          </span>
        )}
      </td>
      <td>{t(`works.verdict.${verdict}`)}</td>
    </tr>
  );
}

const whats = ['script', 'channel', 'hour'] as const;
const measures = ['reached', 'believed', 'saved'] as const;

function useTitle({ what, measure }: { what: string; measure: string }): string {
  const { t } = useTranslation('indicator');
  const knownWhat = whats.find((each) => each === what);
  const knownMeasure = measures.find((each) => each === measure);
  return knownWhat && knownMeasure ? t('works.title', { what: t(`works.what.${knownWhat}`), measure: t(`works.measure.${knownMeasure}`) }) : what;
}

const channels = ['phone', 'message', 'visit', 'track'] as const;

function useGroupName(what: string, key: string): string {
  const { t } = useTranslation('indicator');
  if (what === 'hour') return t('works.hours', { from: key, to: String(Number(key) + 3).padStart(2, '0') });
  if (what === 'channel') {
    const known = channels.find((each) => each === key);
    return known ? t(`works.channel.${known}`) : key;
  }
  const [type = key, version = ''] = key.split('/');
  return t('works.script', { type: t(`scam.${type}` as 'scam.other', { ns: 'warning', defaultValue: type }), version });
}
