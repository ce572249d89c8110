import { useTranslation } from 'react-i18next';
import type { RuleTrial } from '../../api/deskTypes';
import { grouped } from '../../ui/format';

/** What the rules would have done to the last months: how many change, which most, and how the scores lie. */
export function TrialPanel({ trial, days }: { trial: RuleTrial | undefined; days: number }) {
  const { t } = useTranslation('warning');
  if (!trial) {
    return (
      <aside className="card side" aria-label={t('rules.trial')}>
        <section>
          <h2 className="h3">{t('rules.try')}</h2>
          <p className="m t2">{t('rules.draftHint')}</p>
        </section>
      </aside>
    );
  }
  const most = Math.max(1, ...trial.histogram.flatMap((band) => [band.before, band.after]));
  return (
    <aside className="card side" aria-label={t('rules.trial')}>
      <section>
        <h2 className="h3">{t('rules.trial')}</h2>
        <p className="m">
          {t('rules.episodes', { count: trial.episodes })} · {t('rules.days', { days })}
        </p>
        <p className="m">{t('rules.changed', { count: trial.changed })}</p>
      </section>
      <section>
        <h2 className="h3">{t('rules.histogram')}</h2>
        <ul className="histogram">
          {trial.histogram.map((band) => (
            <li key={band.from}>
              <span className="t3">{t('rules.band', { from: band.from })}</span>
              <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
                <rect x={0} y={1} width={(band.before / most) * 100} height={5} fill="var(--bar3)" />
                <rect x={0} y={8} width={(band.after / most) * 100} height={5} fill="var(--accent)" />
              </svg>
              <span className="num right">
                {grouped(band.before)} → {grouped(band.after)}
              </span>
            </li>
          ))}
        </ul>
        <p className="s t3">
          {t('rules.before')} → {t('rules.after')}
        </p>
      </section>
      <section>
        <h2 className="h3">{t('rules.moved')}</h2>
        {trial.moved.slice(0, 12).map((move) => (
          <div key={move.number} className="row m">
            <span className="num">{move.number}</span>
            <span className="sp" />
            <b className="num">
              {move.before} → {move.after}
            </b>
          </div>
        ))}
      </section>
    </aside>
  );
}
