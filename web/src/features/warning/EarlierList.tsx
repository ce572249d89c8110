import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EarlierEpisode } from '../../api/trackTypes';
import { paths } from '../../paths';
import { momentOf, yuan } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { useNow } from '../../ui/ticker';

/** What was tried with this person before, and what worked: from episodes that the reader may see. */
export function EarlierList({ earlier }: { earlier: EarlierEpisode[] }) {
  const { t } = useTranslation('track');
  const { t: says } = useTranslation('script');
  const now = useNow();
  const language = useLanguage();
  return (
    <section aria-label={t('earlier.title')}>
      <h2 className="h3">{t('earlier.title')}</h2>
      {earlier.length === 0 && <p className="m t3">{t('earlier.none')}</p>}
      {earlier.map((each) => (
        <div key={each.episodeId} className="earlier">
          <p className="m">
            <Link to={paths.episode(each.episodeId)}>{each.number}</Link> · {momentOf(each.at, language, now)} · {each.scamTypeName}
          </p>
          {each.worked && <p className="m outcome-was">{t('earlier.worked', { how: each.worked })}</p>}
          {each.lostLater && <p className="m t2">{t('earlier.lostLater')}</p>}
          {each.lostCents > 0 && <p className="m t2">{t('earlier.lost', { amount: yuan(each.lostCents) })}</p>}
          {each.beliefs.length > 0 && <p className="m t2">{t('earlier.beliefs', { way: each.beliefs.map((belief) => says(`belief.${belief}`)).join(' → ') })}</p>}
          <ul className="m t2">
            {each.tried.map((line) => (
              <li key={line.what}>
                {line.what}
                {line.count > 1 && <span className="num"> × {line.count}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
