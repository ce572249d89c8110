import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { actionOf } from '../../../api/actions';
import { paths } from '../../../paths';
import { Icon } from '../../../ui/Icon';
import { FooterKeys } from '../../../ui/KeyCap';
import { ActionButton } from '../../../ui/Refusal';
import { Failed, Waiting } from '../../../ui/States';
import { useKeys } from '../../../ui/useKeys';
import { resume, steps, useSession, type AwakeningSession } from './awakeningApi';
import { AgreeingStep } from './AgreeingStep';
import { ListeningStep } from './ListeningStep';
import { ReadingStep } from './ReadingStep';
import { Seats } from './Seats';
import { SessionRecord } from './SessionRecord';
import { StopDialog } from './StopDialog';
import { TestingStep } from './TestingStep';
import { useRoom, type Room } from './useRoom';
import './awakening.css';

/** The awakening room: two specialists at the desk, the person looking on. Large, calm, one thing at a time; Ctrl+P prints the record. */
export function AwakeningRoom() {
  const { t } = useTranslation('ui');
  const { id = '' } = useParams();
  const found = useSession(id);
  useDayOnPaper();
  if (found.data) return <Session key={id} session={found.data} />;
  return <main className="pad">{found.isError ? <Failed title={t('failed')}>{found.error.message}</Failed> : <Waiting rows={8} />}</main>;
}

function Session({ session }: { session: AwakeningSession }) {
  const { t } = useTranslation(['awakening', 'warning']);
  const navigate = useNavigate();
  const room = useRoom(session);
  const [stopping, setStopping] = useState<'pause' | 'break-off'>();
  const { line } = session;
  const paused = line.state === 'paused';
  const may = (deed: Parameters<typeof actionOf>[1]) => actionOf(session.actions, deed as never);
  const goOn = () => void room.act(() => resume(line.id));
  const back = () => void navigate(paths.episode(line.episodeId));
  useKeys({
    t: paused ? (may('resume').closed ? undefined : goOn) : may('pause').closed ? undefined : () => setStopping('pause'),
    b: may('break-off').closed ? undefined : () => setStopping('break-off'),
    p: () => window.print(),
    Backspace: back,
  });
  return (
    <div className="room">
      <header className="room-head">
        <Link to={paths.episode(line.episodeId)} className="room-back" aria-label={t('room.back')}>
          <Icon name="back" />
        </Link>
        <h1>{t('room.title')}</h1>
        <span className="m t2">{t(`warning:scam.${line.scamType as 'other'}`)}</span>
        <span className="sp" />
        {paused ? (
          <ActionButton kind="primary" keyCap="T" busy={room.busy} closed={may('resume').closed} onClick={goOn}>
            {t('room.resume')}
          </ActionButton>
        ) : (
          line.endedAt === null && (
            <ActionButton keyCap="T" closed={may('pause').closed} onClick={() => setStopping('pause')}>
              {t('room.pause')}
            </ActionButton>
          )
        )}
        {line.endedAt === null && (
          <ActionButton keyCap="B" closed={may('break-off').closed} onClick={() => setStopping('break-off')}>
            {t('room.breakOff')}
          </ActionButton>
        )}
        <ActionButton icon="sheet" keyCap="P" onClick={() => window.print()}>
          {t('room.print')}
        </ActionButton>
      </header>
      <main className="room-body">
        <p className="room-free">{t('room.free')}</p>
        <ol className="room-steps" aria-label={t('room.steps')}>
          {steps.map((each, index) => (
            <li key={each} aria-current={each === line.step && line.endedAt === null ? 'step' : undefined} className={isPast(session, index) ? 'past' : ''}>
              <b className="num">{isPast(session, index) ? '✓' : index + 1}</b> {t(`step.${each}`)}
            </li>
          ))}
        </ol>
        <Seats room={room} />
        {room.refused && <Failed title={t('room.failed')}>{room.refused}</Failed>}
        <Stage room={room} />
        <SessionRecord session={session} />
      </main>
      <footer className="room-foot">
        <FooterKeys
          label={t('room.keys')}
          keys={[
            { keys: ['1', '–', '4'], word: t('room.choose') },
            { keys: ['Enter'], word: t('room.next') },
            { keys: ['I'], word: t('seat.here') },
            { keys: ['T'], word: t('room.pause') },
            { keys: ['B'], word: t('room.breakOff') },
            { keys: ['P'], word: t('room.print') },
          ]}
        />
      </footer>
      {stopping && <StopDialog room={room} deed={stopping} onClose={() => setStopping(undefined)} />}
    </div>
  );
}

/** What the room is at. */
function Stage({ room }: { room: Room }) {
  const { t } = useTranslation('awakening');
  const { line } = room.session;
  switch (line.state) {
    case 'listening':
      return <ListeningStep room={room} />;
    case 'testing':
      return <TestingStep room={room} />;
    case 'reading':
      return <ReadingStep room={room} />;
    case 'agreeing':
      return <AgreeingStep room={room} />;
    case 'paused':
      return (
        <section className="room-card">
          <h2>{t('stage.paused')}</h2>
          <p className="large">{t('stage.pausedWhy', { step: t(`step.${line.step}`) })}</p>
        </section>
      );
    case 'done':
      return <Over title={t('stage.done')} why={t('stage.doneNext')} episodeId={line.episodeId} />;
    case 'broken-off':
      return <Over title={t('stage.broken')} why={t('stage.brokenNext')} episodeId={line.episodeId} />;
  }
}

function Over({ title, why, episodeId }: { title: string; why: string; episodeId: string }) {
  const { t } = useTranslation('awakening');
  return (
    <section className="room-card">
      <h2>{title}</h2>
      <p className="large">{why}</p>
      <p>
        <Link className="btn" to={paths.episode(episodeId)}>
          {t('room.back')}
        </Link>
      </p>
    </section>
  );
}

function isPast(session: AwakeningSession, index: number): boolean {
  return session.line.state === 'done' || index < steps.indexOf(session.line.step);
}

/** Paper is white: a seat with the night theme prints by day. */
function useDayOnPaper() {
  useEffect(() => {
    const root = document.documentElement;
    let theme = root.dataset['theme'];
    const day = () => {
      theme = root.dataset['theme'];
      root.dataset['theme'] = 'day';
    };
    const again = () => {
      root.dataset['theme'] = theme ?? 'day';
    };
    window.addEventListener('beforeprint', day);
    window.addEventListener('afterprint', again);
    return () => {
      window.removeEventListener('beforeprint', day);
      window.removeEventListener('afterprint', again);
    };
  }, []);
}
