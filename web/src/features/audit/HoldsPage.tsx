import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import type { Hold } from '../../api/deskTypes';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { dateOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { PageFrame } from '../../ui/PageFrame';
import { Empty, Failed, Waiting } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { useDoing } from '../../ui/useDoing';
import { HoldForm } from './HoldForm';
import { subjectWord } from './words';
import './audit.css';

/** What is kept past its term: for which reason, by whom, until when. No content is shown by it. */
export function HoldsPage() {
  const { t } = useTranslation('audit');
  const found = useQuery({ queryKey: ['audit', 'holds'], queryFn: () => call<{ items: Hold[] }>('/api/audit/holds') });
  const [making, setMaking] = useState(false);
  const [lifting, setLifting] = useState<Hold>();
  const holds = found.data?.items ?? [];
  const make = (
    <Button kind="primary" onClick={() => setMaking(true)}>
      {t('holds.make')}
    </Button>
  );
  return (
    <PageFrame flowing title={t('holds.title')} actions={make} filters={<p className="m t2">{t('holds.why')}</p>} honesty={t('append')}>
      {found.isPending && <Waiting rows={4} />}
      {found.isError && <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>}
      {found.data && holds.length === 0 && <Empty title={t('holds.none')}>{t('holds.noneWhy')}</Empty>}
      {holds.length > 0 && (
        <ul className="card plain-list">
          {holds.map((hold) => (
            <Line key={hold.id} hold={hold} onLift={() => setLifting(hold)} />
          ))}
        </ul>
      )}
      {making && <HoldForm onClose={() => setMaking(false)} />}
      {lifting && <LiftDialog hold={lifting} onClose={() => setLifting(undefined)} />}
    </PageFrame>
  );
}

function Line({ hold, onLift }: { hold: Hold; onLift: () => void }) {
  const { t } = useTranslation('audit');
  const now = useNow();
  const language = useLanguage();
  return (
    <li className="row g12 wrap">
      <div className="grow">
        <b>{hold.reason}</b>
        <p className="s t2">
          {subjectWord(hold.subject, t)} · {t('holds.by', { name: hold.madeBy, day: dateOf(hold.madeAt, language, now) })} · {t('holds.until', { day: dateOf(hold.until, language, now) })}
        </p>
      </div>
      <Button onClick={onLift}>{t('holds.lift')}</Button>
    </li>
  );
}

function LiftDialog({ hold, onClose }: { hold: Hold; onClose: () => void }) {
  const { t } = useTranslation('audit');
  const queries = useQueryClient();
  const doing = useDoing();
  const lift = async () => {
    const done = await doing.run(async () => {
      await call(`/api/audit/holds/${hold.id}/lift`, { method: 'POST' });
      await queries.invalidateQueries({ queryKey: ['audit'] });
    });
    if (done) onClose();
  };
  return (
    <Dialog
      title={t('holds.liftTitle')}
      onClose={onClose}
      closeWord={t('holds.cancel')}
      foot={
        <>
          <span className="sp" />
          <Button kind="primary" busy={doing.busy} onClick={() => void lift()}>
            {t('holds.lift')}
          </Button>
        </>
      }
    >
      <p>{t('holds.liftWhy')}</p>
      {doing.refused && <Failed title={t('failed', { ns: 'ui' })}>{doing.refused}</Failed>}
    </Dialog>
  );
}
