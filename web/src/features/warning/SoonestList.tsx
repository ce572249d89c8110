import { useTranslation } from 'react-i18next';
import type { Wallboard } from '../../api/deskTypes';
import { readClock } from '../../ui/clock';
import { figureOf, Fuse } from '../../ui/Clock';
import { useLanguage } from '../../ui/language';
import { useNow } from '../../ui/ticker';

/** What escalates next, life and money first as the server orders it. */
export function SoonestList({ soonest }: { soonest: Wallboard['soonest'] }) {
  const { t } = useTranslation(['warning', 'ui']);
  const now = useNow();
  const language = useLanguage();
  const shown = soonest.slice(0, 8);
  return (
    <section className="card wall-soonest">
      <h2>
        {t('wall.soonest')} <span className="t2">{t('wall.soonestAbout', { count: shown.length })}</span>
      </h2>
      {shown.length === 0 && <p className="t2">{t('wall.soonestNone')}</p>}
      <ol>
        {shown.map((each) => {
          const facts = {
            startedAt: each.from ?? new Date(Date.parse(each.at) - 30 * 60_000).toISOString(),
            dueAt: each.at,
            ending: each.then,
            life: each.urgency === 'LIFE' || each.urgency === 'MONEY_IN_MOTION',
          };
          const reading = readClock(facts, now);
          return (
            <li key={each.orderId} className={`clk ${reading.state}`}>
              <span className="clk-figure num">{figureOf(reading, language, t('ui:clock.over'), t('ui:clock.paused'))}</span>
              <div className="grow">
                <b className="cut">{each.title}</b>
                <span className="t2 cut">
                  {each.then ? `${each.where} → ${each.then}` : each.where}
                </span>
                <Fuse reading={reading} />
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
