import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionOf } from '../../api/actions';
import { download } from '../../api/download';
import { Button } from '../../ui/Button';
import { Chip, type ChipKind } from '../../ui/Chip';
import { FormField } from '../../ui/FormField';
import { momentOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { ActionButton } from '../../ui/Refusal';
import { Failed, Waiting } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { useDoing } from '../../ui/useDoing';
import { decideExport, fileOfExport, useExportRequests, type ExportRequest as Asked } from './exportApi';

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
      <ul className="card">
        {(found.data?.items ?? []).map((each) => (
          <ExportRequest key={each.id} request={each} />
        ))}
      </ul>
    </section>
  );
}

/** One of them: who asks, how many persons, what for; and the answer, where it is mine to give. */
export function ExportRequest({ request }: { request: Asked }) {
  const { t } = useTranslation('warning');
  const queries = useQueryClient();
  const now = useNow();
  const language = useLanguage();
  const doing = useDoing();
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const decide = actionOf(request.actions, 'decide');
  const take = actionOf(request.actions, 'take');
  const state = states.find((each) => each === request.state);
  const refresh = () => queries.invalidateQueries({ queryKey: ['export'] });
  const given = why.trim().length >= 2;
  const answer = (grant: boolean) => {
    setTried(true);
    if (given) void decideIt(grant);
  };
  const decideIt = (grant: boolean) =>
    doing.run(async () => {
      await decideExport(request.id, grant, why.trim());
      await refresh();
    });
  const fetchFile = () =>
    void doing.run(async () => {
      await download(fileOfExport(request.id), {}, 'warnings.xlsx', 'POST');
      await refresh();
    });
  return (
    <li className="export-request">
      <div className="row g8 wrap">
        <b>{t('export.by', { name: request.madeBy, count: request.persons })}</b>
        <Chip kind={request.unmasked ? 'undecided' : 'fact'}>{request.unmasked ? t('export.unmasked') : t('export.maskedChip')}</Chip>
        <Chip kind={kinds[request.state] ?? 'fact'}>{state ? t(`export.state.${state}`) : request.state}</Chip>
        <span className="sp" />
        <span className="s t3 num">{momentOf(request.madeAt, language, now)}</span>
      </div>
      <p className="m">{t('export.for', { reason: request.reason })}</p>
      {request.decidedBy && (
        <p className="s t2">
          {t('export.decidedBy', { name: request.decidedBy, why: request.decidedWhy ?? '' })}
        </p>
      )}
      {decide.offered && !decide.closed && (
        <>
          <FormField word={t('export.why')} missing={tried && !given ? t('export.whyMissing') : undefined}>{(wiring) => <input {...wiring} className="input" maxLength={200} value={why} onChange={(event) => setWhy(event.target.value)} />}</FormField>
          <div className="row g8">
            <Button small busy={doing.busy} onClick={() => answer(true)}>
              {t('export.grant')}
            </Button>
            <Button small busy={doing.busy} onClick={() => answer(false)}>
              {t('export.refuse')}
            </Button>
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
