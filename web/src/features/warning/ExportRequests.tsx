import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionOf } from '../../api/actions';
import { download } from '../../api/download';
import { Chip, type ChipKind } from '../../ui/Chip';
import { FormField } from '../../ui/FormField';
import { momentOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { ActionButton } from '../../ui/Refusal';
import { Failed, Waiting } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { useDoing } from '../../ui/useDoing';
import { decideExport, fileOfExport, useExportRequests, type ExportRequest } from './exportApi';

const kinds: Record<string, ChipKind> = { asked: 'undecided', agreed: 'reached', refused: 'notyet', taken: 'fact' };
const states = ['asked', 'agreed', 'refused', 'taken'] as const;

/** Exports that need a second person: theirs to decide, mine to take once it is agreed. */
export function ExportRequests() {
  const { t } = useTranslation('warning');
  const found = useExportRequests(true);
  return (
    <section className="col g8">
      <h3>{t('export.requests')}</h3>
      {found.isPending && <Waiting rows={2} />}
      {found.isError && <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>}
      {found.data?.items.length === 0 && <p className="m t3">{t('export.noRequests')}</p>}
      <ul className="col g8">
        {(found.data?.items ?? []).map((each) => (
          <Request key={each.id} request={each} />
        ))}
      </ul>
    </section>
  );
}

function Request({ request }: { request: ExportRequest }) {
  const { t } = useTranslation('warning');
  const queries = useQueryClient();
  const now = useNow();
  const language = useLanguage();
  const doing = useDoing();
  const [why, setWhy] = useState('');
  const decide = actionOf(request.actions, 'decide');
  const take = actionOf(request.actions, 'take');
  const state = states.find((each) => each === request.state);
  const refresh = () => queries.invalidateQueries({ queryKey: ['export'] });
  const answer = (grant: boolean) =>
    void doing.run(async () => {
      await decideExport(request.id, grant, why.trim());
      await refresh();
    });
  const fetchFile = () =>
    void doing.run(async () => {
      await download(fileOfExport(request.id), {}, 'warnings.xlsx', 'POST');
      await refresh();
    });
  return (
    <li className="card pad col g8">
      <div className="row g8 wrap">
        <b>{t('export.by', { name: request.madeBy, count: request.persons })}</b>
        <Chip kind={kinds[request.state] ?? 'fact'}>{state ? t(`export.state.${state}`) : request.state}</Chip>
        <span className="sp" />
        <span className="s t3 num">{momentOf(request.madeAt, language, now)}</span>
      </div>
      <p className="m">{request.reason}</p>
      {request.decidedBy && (
        <p className="s t2">
          {request.decidedBy}
          {request.decidedWhy ? `：${request.decidedWhy}` : ''}
        </p>
      )}
      {decide.offered && !decide.closed && (
        <>
          <FormField word={t('export.why')}>{(wiring) => <input {...wiring} className="input" maxLength={200} value={why} onChange={(event) => setWhy(event.target.value)} />}</FormField>
          <div className="row g8">
            <ActionButton small busy={doing.busy} closed={why.trim().length < 2 ? { reason: t('export.whyMissing') } : undefined} onClick={() => answer(true)}>
              {t('export.grant')}
            </ActionButton>
            <ActionButton small busy={doing.busy} closed={why.trim().length < 2 ? { reason: t('export.whyMissing') } : undefined} onClick={() => answer(false)}>
              {t('export.refuse')}
            </ActionButton>
          </div>
        </>
      )}
      {take.offered && (request.state === 'agreed' || !take.closed) && (
        <div>
          <ActionButton small icon="download" busy={doing.busy} closed={take.closed} onClick={fetchFile}>
            {t('export.take')}
          </ActionButton>
        </div>
      )}
      {doing.refused && <Failed title={t('export.failed')}>{doing.refused}</Failed>}
    </li>
  );
}
