import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RoutingItem } from '../../api/deskTypes';
import type { PlaceCandidate } from '../../api/types';
import { useMe } from '../../api/session';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { ageOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { PageFrame } from '../../ui/PageFrame';
import { Empty, Failed, Waiting } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { openEpisode, resolvePlace, routeEpisode, useRouting } from './api';
import { HonestDot } from './HonestDot';
import './routing.css';

/** What no machine should guess: addresses without one jurisdiction. A person chooses; the orders go out at once. */
export function RoutingPage() {
  const { t } = useTranslation('warning');
  const found = useRouting();
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PageFrame flowing title={t('routing.title')} filters={<p className="m t2">{t('routing.why')}</p>} honesty={<HonestDot />}>
      {found.isPending && <Waiting />}
      {found.isError && <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>}
      {found.data && items.length === 0 && <Empty title={t('routing.empty')}>{t('routing.emptyWhy')}</Empty>}
      <ul className="routing">
        {items.map((item) => (
          <Item key={item.episodeId} item={item} />
        ))}
      </ul>
      {found.hasNextPage && <Button onClick={() => void found.fetchNextPage()}>{t('more', { ns: 'ui' })}</Button>}
    </PageFrame>
  );
}

function Item({ item }: { item: RoutingItem }) {
  const { t } = useTranslation('warning');
  const queries = useQueryClient();
  const now = useNow();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<string>();
  const [address, setAddress] = useState<string>();
  const searched = useQuery({
    queryKey: ['place', 'resolve', typed],
    queryFn: ({ signal }) => resolvePlace(typed, signal),
    enabled: typed.trim().length > 1,
    placeholderData: (previous) => previous,
  });
  const shownAddress = item.addressText ?? address;
  const look = async () => {
    setRefused(undefined);
    try {
      setAddress((await openEpisode(item.episodeId, 'route')).address ?? '');
    } catch (error) {
      setRefused(error instanceof Error ? error.message : '');
    }
  };
  const me = useMe();
  const { near, far } = apart(typed.trim().length > 1 ? (searched.data?.candidates ?? []) : item.candidates, me.data?.unit.code);
  const send = async (code: string) => {
    setRefused(undefined);
    try {
      await routeEpisode(item.episodeId, code);
      await Promise.all([queries.invalidateQueries({ queryKey: ['routing'] }), queries.invalidateQueries({ queryKey: ['episode'] })]);
    } catch (error) {
      setRefused(error instanceof Error ? error.message : '');
    }
  };
  return (
    <li className="card routing-item">
      <div className="routing-what">
        <Link to={paths.episode(item.episodeId)} className="num">
          {item.number}
        </Link>
        {shownAddress === undefined ? (
          <div>
            <Button small icon="eye" onClick={() => void look()}>
              {t('routing.look')}
            </Button>
          </div>
        ) : (
          <b className="routing-address">{shownAddress || t('routing.noAddress')}</b>
        )}
        <span className="s t2">{[item.reason ? t(`routing.reason.${item.reason}`) : '', ageOf(item.since, now, language)].filter(Boolean).join(' · ')}</span>
        <input className="input" aria-label={`${t('routing.search')} ${item.number}`} placeholder={`${t('routing.search')}：${t('routing.searchHint')}`} value={typed} onChange={(event) => setTyped(event.target.value)} />
        {refused && <Failed title={t('routing.failed')}>{refused}</Failed>}
      </div>
      <ul className="routing-choices">
        {near.slice(0, 8).map((candidate) => (
          <Choice key={candidate.code} candidate={candidate} onChoose={(code) => void send(code)} />
        ))}
        {near.length === 0 && <li className="m t3">{t(far.length === 0 ? 'routing.none' : 'routing.noneNear')}</li>}
        {far.length > 0 && (
          <li className="routing-far">
            <details>
              <summary>{t('routing.elsewhere', { count: far.length })}</summary>
              <ul>
                {far.slice(0, 20).map((candidate) => (
                  <Choice key={candidate.code} candidate={candidate} onChoose={(code) => void send(code)} />
                ))}
              </ul>
            </details>
          </li>
        )}
      </ul>
    </li>
  );
}

function Choice({ candidate, onChoose }: { candidate: PlaceCandidate; onChoose: (code: string) => void }) {
  const { t } = useTranslation('warning');
  return (
    <li>
      <div className="grow">
        <b>{candidate.fullName ?? candidate.name}</b>
        <p className="s t2">
          <span className="num">{candidate.code}</span> {candidate.why && ` · ${candidate.why}`}
          {typeof candidate.score === 'number' && ` · ${t('routing.score', { score: candidate.score.toFixed(2) })}`}
        </p>
      </div>
      <Button small onClick={() => onChoose(candidate.code)}>
        {t('routing.choose')}
      </Button>
    </li>
  );
}

/** What lies in the reader's own city, and the same names elsewhere: folded away, because they are rarely meant. */
function apart(candidates: PlaceCandidate[], unitCode: string | undefined) {
  const city = unitCode?.match(/^\d{4}/)?.[0];
  const isNear = (each: PlaceCandidate) => city === undefined || each.code.startsWith(city);
  return { near: candidates.filter(isNear), far: candidates.filter((each) => !isNear(each)) };
}
