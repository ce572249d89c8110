import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLive } from '../../api/live';
import { useMe } from '../../api/session';
import { paths } from '../../paths';
import { ageOf, dateOf, grouped, percent, timeWithSeconds, wan, weekdayOf } from '../../ui/format';
import { Mark } from '../../ui/Icon';
import { useLanguage } from '../../ui/language';
import { Sparkline } from '../../ui/Sparkline';
import { Failed, Waiting } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import type { Wallboard } from '../../api/deskTypes';
import { useWallboard } from './api';
import { CountyMap } from './CountyMap';
import { SoonestList } from './SoonestList';
import './wallboard.css';

/** The city at a glance, for the room: figures, the counties, what escalates next, exceptions, the one line. */
export function WallboardPage() {
  const { t } = useTranslation('warning');
  const [address] = useSearchParams();
  const me = useMe();
  const found = useWallboard(address.get('unit') ?? undefined);
  const wall = found.data;
  const desk = (me.data?.roles ?? []).some((role) => role === 'WARNING_CLERK' || role === 'DISPATCHER') ? paths.queue : paths.orders;
  return (
    <div className="wall">
      <header className="wall-head">
        <Link to={desk} className="wall-mark" aria-label={t('wall.back')}>
          <Mark size={32} />
        </Link>
        <h1>{wall ? (typeof wall.unit === 'string' ? (me.data?.unit.name ?? '') : wall.unit.name) : t('wall.title')}</h1>
        {me.data?.demo && <span className="demo-mark">{t('demo', { ns: 'shell' })}</span>}
        <span className="sp" />
        <WallClock />
      </header>
      {found.isPending && <Waiting />}
      {found.isError && !wall && <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>}
      {wall && (
        <main className="wall-grid">
          <Figures figures={wall.figures} />
          <CountyMap counties={wall.counties} />
          <SoonestList soonest={wall.soonest} />
          <Exceptions exceptions={wall.exceptions} />
          <Loop loop={wall.loop} />
        </main>
      )}
    </div>
  );
}

function WallClock() {
  const { t } = useTranslation('shell');
  const now = useNow();
  const language = useLanguage();
  const live = useLive();
  return (
    <span className="row g16 wall-now">
      <span className="row g8">
        <i className={live.connected ? 'live-dot' : 'live-dot cut'} />
        {live.connected ? t('live.on') : t('live.heard', { seconds: Math.max(0, Math.round((now - live.heardAt) / 1000)) })}
      </span>
      <span>
        {dateOf(now, language, now)} {weekdayOf(now, language)}
      </span>
      <b className="num">{timeWithSeconds(now)}</b>
    </span>
  );
}

function Figures({ figures }: { figures: Wallboard['figures'] }) {
  const { t } = useTranslation('warning');
  const share = (part: { n: number; of: number }) => (part.of === 0 ? '—' : percent(part.n / part.of));
  const rows = [
    { key: 'episodes', word: t('wall.today'), figure: grouped(figures.episodesToday), unit: t('wall.people'), about: t('wall.signals', { count: figures.signalsToday, formatted: grouped(figures.signalsToday) }) },
    { key: 'reached', word: t('wall.reached'), figure: share(figures.reachedIn5), unit: '%', about: t('wall.of', { n: grouped(figures.reachedIn5.n), of: grouped(figures.reachedIn5.of) }) },
    { key: 'seen', word: t('wall.seen'), figure: share(figures.seenIn30), unit: '%', about: t('wall.of', { n: grouped(figures.seenIn30.n), of: grouped(figures.seenIn30.of) }) },
    { key: 'saved', word: t('wall.saved'), figure: wan(figures.savedCentsToday), unit: t('wall.wan'), about: t('wall.savedPeople', { count: figures.peopleSaved }) },
    { key: 'lost', word: t('wall.lost'), figure: figures.lostAfterPer1000 === null ? '—' : figures.lostAfterPer1000.toFixed(1), unit: t('wall.people'), about: figures.lostAfterPer1000 === null ? t('wall.lostNone') : t('wall.lostWhy') },
  ];
  return (
    <section className="card wall-figures" aria-label={t('wall.title')}>
      {rows.map((row) => (
        <div key={row.key} className="wall-figure">
          <p>{row.word}</p>
          <div className="row">
            <b className="num">{row.figure}</b>
            {row.figure !== '—' && <span className="unit">{row.unit}</span>}
            <span className="sp" />
            <Sparkline values={figures.trends?.[row.key] ?? []} />
          </div>
          <p className="t2">{row.about}</p>
        </div>
      ))}
    </section>
  );
}

const kinds = ['routing', 'searching', 'handing-over', 'unsigned', 'overdue'] as const;

function Exceptions({ exceptions }: { exceptions: Wallboard['exceptions'] }) {
  const { t } = useTranslation('warning');
  const now = useNow();
  const language = useLanguage();
  const oldest = exceptions.byKind.map((each) => each.oldestAt).filter((at) => at !== null).sort()[0];
  return (
    <>
      <section className="card wall-exceptions">
        <b className="num">{exceptions.total}</b>
        <div>
          <h2>{t('wall.exceptions')}</h2>
          <p className="t2">{t('wall.exceptionsWhy')}</p>
          {oldest && <p className="t2">{t('wall.oldest', { age: ageOf(oldest, now, language) })}</p>}
        </div>
      </section>
      <section className="card wall-kinds">
        {exceptions.byKind.length === 0 && <p className="t2">{t('wall.exceptionsNone')}</p>}
        {exceptions.byKind.map((each) => {
          const known = kinds.find((kind) => kind === each.kind);
          return (
            <div key={each.kind}>
              <b className={each.count === 0 ? 'num zero' : 'num'}>{each.count}</b>
              <h3>{known ? t(`wall.kind.${known}`) : each.kind}</h3>
              {each.oldestAt && <p className="t2">{t('wall.oldest', { age: ageOf(each.oldestAt, now, language) })}</p>}
            </div>
          );
        })}
      </section>
    </>
  );
}

const steps = ['noticed', 'judged', 'ordered', 'handled', 'reported', 'measured'] as const;

function Loop({ loop }: { loop: Wallboard['loop'] }) {
  const { t } = useTranslation('warning');
  return (
    <section className="card wall-loop">
      <h2>
        {t('wall.line')} <span className="t2">{t('wall.lineToday')}</span>
      </h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>
            <span>{t(`wall.step.${step}`)}</span>
            <b className="num">{loop[step] === undefined ? '—' : grouped(loop[step])}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}
