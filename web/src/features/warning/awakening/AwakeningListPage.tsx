import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../../paths';
import { momentOf } from '../../../ui/format';
import { useLanguage } from '../../../ui/language';
import { PageFrame } from '../../../ui/PageFrame';
import { Empty, Failed, Waiting } from '../../../ui/States';
import { useNow } from '../../../ui/ticker';
import { useLatestSessions, type SessionLine } from './awakeningApi';
import { StateChip } from './AwakeningPanel';
import './awakening.css';

/** Sessions under way first, then the latest: for the second specialist to find the room. In the order of time alone. */
export function AwakeningListPage() {
  const { t } = useTranslation(['awakening', 'ui']);
  const found = useLatestSessions();
  const items = found.data?.items ?? [];
  return (
    <PageFrame title={t('list.title')} filters={<p className="m t2">{t('list.about')}</p>} honesty={t('list.only')} flowing>
      {found.isPending && <Waiting rows={6} />}
      {found.isError && <Failed title={t('ui:failed')}>{found.error.message}</Failed>}
      {found.data && items.length === 0 && <Empty title={t('list.empty')}>{t('list.emptyStep')}</Empty>}
      {items.length > 0 && (
        <div className="card awakenings">
          <ul>
            {items.map((each) => (
              <Session key={each.id} line={each} />
            ))}
          </ul>
        </div>
      )}
    </PageFrame>
  );
}

function Session({ line }: { line: SessionLine }) {
  const { t } = useTranslation(['awakening', 'warning']);
  const now = useNow();
  const language = useLanguage();
  return (
    <li>
      <Link to={paths.awakeningSession(line.id)}>
        {line.nameMasked ?? t('awakening:list.noName')} · {t(`warning:scam.${line.scamType as 'other'}`)}
      </Link>
      <span className="s t2 num">{line.number}</span>
      <span className="m t2">{line.specialists.join(t('awakening:comma'))}</span>
      <span className="m num">{momentOf(line.openedAt, language, now)}</span>
      <StateChip line={line} />
    </li>
  );
}
