import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { call } from '../../api/client';
import type { AuditEntry, AuditHead, AuditState } from '../../api/deskTypes';
import type { Slice } from '../../api/types';
import { Button } from '../../ui/Button';
import { noteInWords } from '../../ui/deedNote';
import { FilterDate } from '../../ui/FilterDate';
import { FilterSelect } from '../../ui/FilterSelect';
import { FilterText } from '../../ui/FilterText';
import { fullMomentOf, grouped } from '../../ui/format';
import { instantOf } from '../../ui/localTime';
import { PageFrame } from '../../ui/PageFrame';
import { useRoleWord } from '../../ui/roles';
import { SortHead } from '../../ui/SortHead';
import { Empty, Failed, Waiting } from '../../ui/States';
import { actions, actionWord, fieldWord, jobWord, resultWord, subjectWord } from './words';
import './audit.css';

const days = ['from', 'to'] as const;
const texts = ['staff', 'subject'] as const;
const filters = [...days, ...texts, 'action', 'order'] as const;
const latestFirst = '-at';

/** Who looked at what, for what: entries only, never the content they were about. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const [address, setAddress] = useSearchParams();
  const asked = Object.fromEntries(filters.map((name) => [name, address.get(name) ?? '']));
  const found = useInfiniteQuery({
    queryKey: ['audit', 'entries', asked],
    queryFn: ({ pageParam }) =>
      call<Slice<AuditEntry>>('/api/audit/entries', {
        query: { ...asked, from: beginning(asked['from'], 0), to: beginning(asked['to'], 1), after: pageParam, size: 100 },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (previous) => previous,
  });
  const entries = found.data?.pages.flatMap((page) => page.items) ?? [];
  const set = (name: string, value: string) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <PageFrame
      title={t('title')}
      filters={
        <>
          {days.map((name) => (
            <FilterDate key={name} word={t(`filter.${name}`)} value={asked[name] ?? ''} onChange={(day) => set(name, day)} />
          ))}
          {texts.map((name) => (
            <FilterText key={name} word={t(`filter.${name}`)} value={asked[name] ?? ''} onChange={(typed) => set(name, typed)} />
          ))}
          <FilterSelect
            word={t('filter.action')}
            value={asked['action'] ?? ''}
            options={[{ value: '', word: t('all', { ns: 'ui' }) }, ...actions.map((code) => ({ value: code, word: actionWord(code, t) }))]}
            onChange={(action) => set('action', action)}
          />
        </>
      }
      honesty={t('append')}
    >
      <div className="two-cols">
        <div className="card list-card">
          {found.isPending && <Waiting rows={10} />}
          {found.isError && <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>}
          {found.data && entries.length === 0 && (
            <div className="pad">
              <Empty title={t('empty')}>{t('emptyWhy')}</Empty>
            </div>
          )}
          {entries.length > 0 && (
            <div className="scroll" tabIndex={0} role="region" aria-label={t('title')}>
              <table className="tbl audit stack">
                <thead>
                  <tr>
                    <SortHead word={t('column.at')} by="at" downFirst order={asked['order'] || latestFirst} onOrder={(order) => set('order', order === latestFirst ? '' : order)} />
                    {(['who', 'action', 'purpose', 'fields', 'persons', 'result'] as const).map((name) => (
                      <th key={name} className={name === 'persons' ? 'right' : undefined}>
                        {t(`column.${name}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {entries.map((entry) => (
                    <Entry key={entry.seq} entry={entry} />
                  ))}
                </tbody>
              </table>
              {found.hasNextPage && (
                <div className="pad">
                  <Button small onClick={() => void found.fetchNextPage()}>
                    {t('more', { ns: 'ui' })}
                  </Button>
                </div>
              )}
            </div>
          )}
        </div>
        <Seal />
      </div>
    </PageFrame>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('audit');
  const { t: words } = useTranslation(['ui', 'order']);
  const roleWord = useRoleWord();
  const person = Boolean(entry.staffNumber);
  const roles = (entry.post ?? '').split(/[ ,]+/).filter(Boolean);
  return (
    <tr>
      <td className="num">
        {fullMomentOf(entry.at).slice(5)}
        <small>#{entry.seq}</small>
      </td>
      <td>
        {person ? entry.name : jobWord(entry.name, t)}
        <small>{person ? [entry.unitName, ...roles.map(roleWord)].filter(Boolean).join(' · ') : entry.name}</small>
      </td>
      <td>
        <span title={entry.action}>{actionWord(entry.action, t)}</span>
        <small title={entry.subject ?? undefined}>{entry.subject ? subjectWord(entry.subject, t) : ''}</small>
      </td>
      <td data-word={entry.purpose ? t('column.purpose') : undefined}>
        {entry.purpose ? actionWord(entry.purpose, t) : ''}
        <small title={entry.reason ?? undefined}>{entry.reason ?? ''}</small>
      </td>
      <td title={entry.note ?? undefined}>
        {[entry.fields ?? []].flat().map((field) => fieldWord(field, t)).join(' · ')}
        <small>{noteInWords(entry.note, words)}</small>
      </td>
      <td className="right num" data-word={t('column.persons')}>
        {entry.persons}
      </td>
      <td data-word={t('column.result')}>{resultWord(entry.result, t)}</td>
    </tr>
  );
}

function Seal() {
  const { t } = useTranslation('audit');
  const state = useQuery({ queryKey: ['audit', 'state'], queryFn: () => call<AuditState>('/api/audit/state'), refetchInterval: 60_000 });
  const heads = useQuery({ queryKey: ['audit', 'heads'], queryFn: () => call<Slice<AuditHead>>('/api/audit/heads') });
  return (
    <aside className="card side" aria-label={t('state.title')}>
      {state.data && (
        <section>
          <h2 className="h3">{t('state.title')}</h2>
          <dl className="seal">
            <dt>{t('state.size')}</dt>
            <dd className="num">{t('state.entries', { count: state.data.size, formatted: grouped(state.data.size) })}</dd>
            <dt>{t('state.through')}</dt>
            <dd className="num">{grouped(state.data.unsequenced)}</dd>
            <dt>{t('state.massReadings')}</dt>
            <dd className="num">{grouped(state.data.massReadings)}</dd>
            <dt>{t('state.signed')}</dt>
            <dd className="num">{state.data.signedAt ? fullMomentOf(state.data.signedAt) : t('state.none')}</dd>
            <dt>{t('state.root')}</dt>
            <dd className="mono">{state.data.root}</dd>
            <dt>{t('state.key')}</dt>
            <dd className="mono">{state.data.publicKey}</dd>
          </dl>
          <p className="s t2">{t('state.how')}</p>
          <code className="mono command">./lianxin audit verify</code>
        </section>
      )}
      <section>
        <h2 className="h3">{t('heads')}</h2>
        {heads.data?.items.length === 0 && <p className="m t3">{t('headsNone')}</p>}
        {heads.data?.items.slice(0, 12).map((head) => (
          <p key={`${head.month}${head.size}${head.signedAt}`} className="s">
            <span className="num">
              {fullMomentOf(head.signedAt)} · {grouped(head.size)}
            </span>
            <br />
            <span className="mono t3">{head.root.slice(0, 32)}…</span>
          </p>
        ))}
      </section>
    </aside>
  );
}

/** The first moment of a day, or of one some days later. */
function beginning(day: string | undefined, later: number): string | undefined {
  return day ? new Date(Date.parse(instantOf(`${day}T00:00`)) + later * 86_400_000).toISOString() : undefined;
}
