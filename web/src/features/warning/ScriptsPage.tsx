import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useMe } from '../../api/session';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { PageFrame } from '../../ui/PageFrame';
import { WhyLine } from '../../ui/Refusal';
import { Failed, Waiting } from '../../ui/States';
import { LiveForm } from './LiveForm';
import { ScriptEditor } from './ScriptEditor';
import { ScriptText } from './ScriptText';
import { usePreview, useScriptTypes, useScriptVersions, type ScriptInUse } from './scriptApi';
import { VersionList } from './VersionList';
import './routing.css';
import './scripts.css';

/** What is said, by scam type: read it, change it into a draft, see it as it is spoken, put it in use with a reason. */
export function ScriptsPage() {
  const { t } = useTranslation(['script', 'ui']);
  const queries = useQueryClient();
  const [address, setAddress] = useSearchParams();
  const [editing, setEditing] = useState(false);
  const [said, setSaid] = useState<string>();
  const types = useScriptTypes();
  const items = types.data?.items ?? [];
  const type = items.find((each) => each.scamType === address.get('type')) ?? items[0];
  const versions = useScriptVersions(type?.scamType);
  const keeper = useMe().data?.roles.includes('RULE_KEEPER') ?? false;
  const all = versions.data?.items ?? [];
  const version = all.find((each) => String(each.version) === address.get('version')) ?? all.find((each) => each.state === 'live');
  const shown = usePreview(version?.content);
  const go = (to: Record<string, string>) => {
    setEditing(false);
    setAddress(to, { replace: true });
  };
  const changed = async (sentence: string, number: number) => {
    await queries.invalidateQueries({ queryKey: ['scripts'] });
    if (type) go({ type: type.scamType, version: String(number) });
    setSaid(sentence);
  };
  return (
    <PageFrame
      title={t('page.title')}
      tabs={
        <nav className="tabs" aria-label={t('page.tabs')}>
          <Link className="tab" to={paths.rules}>
            {t('page.rules')}
          </Link>
          <Link className="tab" to={paths.ladders}>
            {t('page.ladders')}
          </Link>
          <Link className="tab" to={paths.scripts} aria-current="page">
            {t('page.title')}
          </Link>
        </nav>
      }
      actions={
        version &&
        !editing && (
          <>
            <Button icon="pen" {...(keeper ? {} : { refusedBy: 'scripts-closed' })} onClick={() => setEditing(true)}>
              {t('page.edit')}
            </Button>
            {!keeper && <WhyLine id="scripts-closed">{t('page.closed')}</WhyLine>}
          </>
        )
      }
      filters={<p className="m t2">{t('page.language')}</p>}
      honesty={t('page.only')}
    >
      {(types.isPending || versions.isLoading) && <Waiting rows={8} />}
      {types.isError && <Failed title={t('ui:failed')}>{types.error.message}</Failed>}
      {type && version && (
        <div className={editing ? 'scripts-cols editing' : 'scripts-cols'}>
          <TypeList items={items} chosen={type} onChoose={(scamType) => go({ type: scamType })} />
          {editing ? (
            <ScriptEditor key={`${type.scamType}${version.version}`} scamType={type.scamType} base={version} onClose={() => setEditing(false)} onSaved={(made) => void changed(t('page.saved', { version: made.version }), made.version)} />
          ) : (
            <>
              <div className="card script-shown" role="region" aria-label={type.title} tabIndex={0}>
                {said && (
                  <p className="pad m t2" role="status">
                    {said}
                  </p>
                )}
                {version.state === 'draft' && keeper && <LiveForm key={version.version} scamType={type.scamType} version={version.version} flaws={shown.data?.flaws ?? []} onLive={() => void changed(t('page.isLive', { version: version.version }), version.version)} />}
                {shown.data?.script ? <ScriptText script={shown.data.script} /> : <pre className="script-raw" lang="zh-CN">{version.content}</pre>}
              </div>
              <VersionList versions={all} chosen={version} onChoose={(number) => go({ type: type.scamType, version: String(number) })} />
            </>
          )}
        </div>
      )}
    </PageFrame>
  );
}

function TypeList({ items, chosen, onChoose }: { items: ScriptInUse[]; chosen: ScriptInUse; onChoose: (scamType: string) => void }) {
  const { t } = useTranslation('script');
  return (
    <nav className="card side versions" aria-label={t('page.types')}>
      <ul>
        {items.map((each) => (
          <li key={each.scamType}>
            <button type="button" aria-pressed={each === chosen} onClick={() => onChoose(each.scamType)}>
              <b>{each.title}</b>
              <span className="row g8 wrap">
                <span className="s t2">{t('page.inUse', { version: each.version })}</span>
                {each.draft !== null && <Chip kind="undecided">{t('page.draftWaits', { version: each.draft })}</Chip>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
