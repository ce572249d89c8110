import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/Chip';
import { momentOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { useNow } from '../../ui/ticker';
import type { ScriptVersion } from './scriptApi';

const kinds = { draft: 'undecided', live: 'reached', retired: 'notyet' } as const;

/** Every version of one script with who, when and why; none is ever gone. */
export function VersionList({ versions, chosen, onChoose }: { versions: ScriptVersion[]; chosen: ScriptVersion; onChoose: (version: number) => void }) {
  const { t } = useTranslation('script');
  const now = useNow();
  const language = useLanguage();
  return (
    <nav className="card side versions" aria-label={t('page.versions')}>
      <ul>
        {versions.map((each) => (
          <li key={each.version}>
            <button type="button" aria-pressed={each === chosen} onClick={() => onChoose(each.version)}>
              <span className="row g8">
                <b>{t('version', { version: each.version })}</b>
                <span className="sp" />
                <Chip kind={kinds[each.state]}>{t(`page.state.${each.state}`)}</Chip>
              </span>
              <span className="s t2">{t('page.by', { time: momentOf(each.since ?? each.madeAt, language, now), by: each.by ?? each.madeBy })}</span>
              {each.reason && <span className="s t2">{each.reason}</span>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
