import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useNavigate } from 'react-router';
import { call } from '../api/client';
import { useEpisodeCounts, useOrderCounts } from '../api/counts';
import { useLive } from '../api/live';
import { isHeld, meKey, signOut } from '../api/session';
import type { Me } from '../api/types';
import { decidable, useExportRequests } from '../features/warning/exportApi';
import { paths } from '../paths';
import { Icon, Mark } from '../ui/Icon';
import { durationOf, timeWithSeconds } from '../ui/format';
import { useLanguage } from '../ui/language';
import { useNow } from '../ui/ticker';
import { useKeys } from '../ui/useKeys';
import { CommandBar } from './CommandBar';
import { destinationsFor, railOf, type Destination } from './destinations';
import { HelpSheet } from './HelpSheet';
import { chooseLanguage } from './messages';
import { chooseTheme, useTheme } from './theme';

/** The frame around every desk page: top bar, rail, and the page itself; G and a letter lead anywhere, ? shows the keys. */
export function DeskShell({ me }: { me: Me }) {
  const navigate = useNavigate();
  const [help, setHelp] = useState(false);
  useKeys({
    '?': () => setHelp(true),
    ...Object.fromEntries(destinationsFor(me).flatMap((each) => (each.go ? [[`g ${each.go}`, () => void navigate(each.to)]] : []))),
  });
  return (
    <div className="desk">
      <header className="top">
        <span className="top-mark">
          <Mark />
        </span>
        <div className="top-name">
          <b>{useTranslation('shell').t('name')}</b>
          <span className="t2 cut unit">{me.unit.name}</span>
        </div>
        <CommandBar me={me} />
        <span className="sp" />
        {me.demo && <DemoMark />}
        <LiveDot />
        <TopClock />
        <SeatMenu me={me} />
      </header>
      <Rail me={me} />
      <main className="desk-main">
        <Outlet />
      </main>
      {help && <HelpSheet me={me} onClose={() => setHelp(false)} />}
    </div>
  );
}

function DemoMark() {
  const { t } = useTranslation('shell');
  return (
    <span className="demo-mark" title={t('demo')}>
      {t('demoShort')}
      <span className="wide">{t('demoRest')}</span>
    </span>
  );
}

function TopClock() {
  return <b className="num top-clock wide">{timeWithSeconds(useNow())}</b>;
}

function LiveDot() {
  const { t } = useTranslation('shell');
  const live = useLive();
  const now = useNow();
  const language = useLanguage();
  const cut = live.cutSince !== undefined;
  const age = Math.max(0, (now - live.heardAt) / 1000).toFixed(0);
  return (
    <span className="row g8 m t2 nw" title={t('live.heard', { seconds: age })}>
      <i className={cut ? 'live-dot cut' : 'live-dot'} />
      {cut ? t('live.cut', { duration: durationOf(now - (live.cutSince ?? 0), language) }) : <span className="wide">{t('live.on')}</span>}
    </span>
  );
}

function SeatMenu({ me }: { me: Me }) {
  const { t } = useTranslation('shell');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const theme = useTheme();
  const language = useLanguage();
  const change = async (postId: string) => {
    queries.setQueryData(meKey, await call<Me>('/api/organisation/me/post', { method: 'POST', body: { postId } }));
    await queries.invalidateQueries();
  };
  return (
    <details className="menu">
      <summary>
        <span className="wide t3">{me.post.title}</span> {me.name}
      </summary>
      <div className="menu-list">
        {me.posts.length > 1 &&
          me.posts.map((post) => (
            <button key={post.id} type="button" className="btn quiet" aria-pressed={post.id === me.post.id} onClick={() => void change(post.id)}>
              {post.unitName} · {post.title}
            </button>
          ))}
        {me.posts.length > 1 && <hr />}
        <button type="button" className="btn quiet" onClick={() => chooseTheme(theme === 'day' ? 'night' : 'day')}>
          <Icon name={theme === 'day' ? 'moon' : 'sun'} small /> {theme === 'day' ? t('seat.night') : t('seat.day')}
        </button>
        <button type="button" className="btn quiet" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}>
          {t('seat.language')}
        </button>
        <button type="button" className="btn quiet" onClick={() => void navigate(paths.account)}>
          <Icon name="key" small /> {t('seat.account')}
        </button>
        {me.roles.includes('VISITING_OFFICER') && (
          <a className="btn quiet" href={paths.field}>
            <Icon name="device" small /> {t('seat.field')}
          </a>
        )}
        <hr />
        <button type="button" className="btn quiet" onClick={() => void signOut(queries).then(() => navigate(paths.signIn))}>
          <Icon name="close" small /> {t('seat.out')}
        </button>
      </div>
    </details>
  );
}

function Rail({ me }: { me: Me }) {
  const { t } = useTranslation('shell');
  const works = !isHeld(me);
  const orders = useOrderCounts(works);
  const entries = railOf(me);
  const episodes = useEpisodeCounts(works && entries.some((entry) => entry.key === 'queue'));
  const exports = useExportRequests(works && entries.some((entry) => entry.key === 'exports'));
  const counts: Partial<Record<Destination['key'], number>> = { orders: orders.data?.open ?? 0, queue: episodes.data?.mine ?? 0, routing: episodes.data?.exceptions ?? 0, exports: exports.data?.items.filter(decidable).length ?? 0 };
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      {entries.map(
        (entry) =>
          entry.rail && (
            <NavLink key={entry.to} to={entry.to} title={`${t(`page.${entry.key}`)}  G ${entry.go?.toUpperCase() ?? ''}`}>
              <Icon name={entry.rail} />
              {t(`rail.${entry.key as 'queue'}`)}
              {(counts[entry.key] ?? 0) > 0 && <span className="count">{counts[entry.key]}</span>}
            </NavLink>
          ),
      )}
      <NavLink to={paths.help} className="last">
        <Icon name="help" />
        {t('rail.help')}
      </NavLink>
    </nav>
  );
}
