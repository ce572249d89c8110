import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../api/session';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { PageFrame } from '../../ui/PageFrame';
import { Failed, Waiting } from '../../ui/States';
import { useLadders, type Ladder } from './api';
import { LadderForm } from './LadderForm';
import { LadderPicture } from './LadderPicture';
import './order.css';

/** What happens to orders that nobody signs or meets: every ladder as a picture, changed as a new version. */
export function LaddersPage() {
  const { t } = useTranslation('order');
  const me = useMe();
  const found = useLadders();
  const [editing, setEditing] = useState<Ladder>();
  const [saved, setSaved] = useState<Ladder>();
  const keeps = me.data?.roles.includes('RULE_KEEPER') ?? false;
  const seesRules = (me.data?.roles ?? []).some((role) => ['RULE_KEEPER', 'WARNING_CLERK', 'DISPATCHER', 'UNIT_HEAD'].includes(role));
  return (
    <PageFrame
      flowing
      title={t('ladders.title')}
      tabs={
        seesRules && (
          <nav className="tabs" aria-label={t('ladders.tabs')}>
            <Link className="tab" to={paths.rules}>
              {t('ladders.rules')}
            </Link>
            <Link className="tab" to={paths.ladders} aria-current="page">
              {t('ladders.title')}
            </Link>
            <Link className="tab" to={paths.scripts}>
              {t('ladders.scripts')}
            </Link>
          </nav>
        )
      }
      filters={<p className="m t2">{t('ladders.why')}</p>}
      honesty={keeps ? t('panel.note') : t('ladders.closed')}
    >
      {found.isPending && <Waiting rows={6} />}
      {found.isError && <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>}
      {saved && (
        <p className="card pad m" role="status">
          <b>{saved.name}</b> {t('ladders.saved', { version: saved.version })}
        </p>
      )}
      <div className="ladders">
        {(found.data?.items ?? []).map((ladder) => (
          <section key={ladder.id} className="card pad" aria-label={ladder.name}>
            <div className="row g8 wrap">
              <h2>{ladder.name}</h2>
              <span className="s t3 num">{t('ladders.version', { version: ladder.version })}</span>
              <span className="sp" />
              {keeps && (
                <Button small icon="pen" onClick={() => setEditing(ladder)}>
                  {t('ladders.edit')}
                </Button>
              )}
            </div>
            <LadderPicture ladder={ladder} />
          </section>
        ))}
      </div>
      {editing && (
        <LadderForm
          ladder={editing}
          onClose={() => setEditing(undefined)}
          onSaved={(made) => {
            setEditing(undefined);
            setSaved(made);
          }}
        />
      )}
    </PageFrame>
  );
}
