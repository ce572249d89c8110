import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../api/unitTypes';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { Dialog } from '../../ui/Dialog';
import { momentOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { PageFrame } from '../../ui/PageFrame';
import { Empty, Failed, Waiting } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { useDoing } from '../../ui/useDoing';
import { endClient, useClients } from './api';
import { ClientForm } from './ClientForm';
import { OrganisationTabs } from './OrganisationTabs';
import './organisation.css';

/** Machines that may hand in warnings: each with a token that was told once and can be ended at once. */
export function ClientsPage() {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const doing = useDoing();
  const found = useClients();
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<Client>();
  const end = async (client: Client) => {
    const done = await doing.run(async () => {
      await endClient(client.id);
      await queries.invalidateQueries({ queryKey: ['organisation', 'clients'] });
    });
    if (done) setEnding(undefined);
  };
  const clients = found.data?.items ?? [];
  return (
    <PageFrame
      flowing
      title={t('clients.title')}
      tabs={<OrganisationTabs />}
      actions={
        <Button kind="primary" onClick={() => setMaking(true)}>
          {t('clients.make')}
        </Button>
      }
      filters={<p className="m t2">{t('clients.why')}</p>}
      honesty={t('clients.honesty')}
    >
      {found.isPending && <Waiting rows={4} />}
      {found.isError && <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>}
      {found.data && clients.length === 0 && (
        <Empty title={t('clients.none')} step={<Button onClick={() => setMaking(true)}>{t('clients.make')}</Button>}>
          {t('clients.noneWhy')}
        </Empty>
      )}
      {clients.length > 0 && (
        <ul className="card plain-list">
          {clients.map((client) => (
            <li key={client.id} className="row g12 wrap">
              <div className="grow">
                <b>{client.name}</b> {client.endedAt ? <Chip kind="notyet">{t('clients.ended')}</Chip> : <Chip kind="reached">{t('clients.open')}</Chip>}
                <Line client={client} />
              </div>
              {!client.endedAt && <Button onClick={() => setEnding(client)}>{t('clients.end')}</Button>}
            </li>
          ))}
        </ul>
      )}
      {making && <ClientForm scopes={found.data?.scopes ?? []} onClose={() => setMaking(false)} />}
      {ending && (
        <Dialog
          title={t('clients.endTitle', { name: ending.name })}
          onClose={() => setEnding(undefined)}
          closeWord={t('form.cancel')}
          foot={
            <>
              <span className="sp" />
              <Button kind="primary" busy={doing.busy} onClick={() => void end(ending)}>
                {t('clients.endDo', { name: ending.name })}
              </Button>
            </>
          }
        >
          <p>{t('clients.endWhy')}</p>
          {doing.refused && <Failed title={t('form.failed')}>{doing.refused}</Failed>}
        </Dialog>
      )}
    </PageFrame>
  );
}

function Line({ client }: { client: Client }) {
  const { t } = useTranslation('organisation');
  const now = useNow();
  const language = useLanguage();
  return (
    <p className="s t2">
      {client.scopes.map((scope) => (scope === 'warning:submit' ? t('clients.scope') : scope)).join(' · ')} · {client.unitName} · {t('clients.since', { time: momentOf(client.createdAt, language, now) })}
      {client.endedAt && ` · ${t('clients.endedAt', { time: momentOf(client.endedAt, language, now) })}`}
    </p>
  );
}
