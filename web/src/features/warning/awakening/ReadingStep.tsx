import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import { useKeys } from '../../../ui/useKeys';
import { useSpoken } from '../scriptApi';
import { showPage, videoOf, type AwakeningSession, type HandbookPage } from './awakeningApi';
import { StepEnd } from './StepEnd';
import type { Room } from './useRoom';

/** Step 3: the handbook and the eight questions of exactly this scam, in the order of the person's path. */
export function ReadingStep({ room }: { room: Room }) {
  const { t } = useTranslation('awakening');
  const { pages, line } = room.session;
  const firstNew = pages.findIndex((each) => !each.shown);
  const [chosen, setChosen] = useState<number>();
  const at = chosen ?? (firstNew < 0 ? pages.length - 1 : firstNew);
  const page = pages[at];
  const done = firstNew < 0;
  const turn = async () => {
    if (page && !page.shown) await room.act(() => showPage(line.id, page.page));
    setChosen(undefined);
  };
  useKeys({
    ...Object.fromEntries(pages.map((_, index) => [String(index + 1), () => setChosen(index)])),
    Space: () => void turn(),
    ...(done ? {} : { Enter: () => void turn() }),
  });
  if (!page) return null;
  return (
    <section className="room-card">
      <nav className="room-pages" aria-label={t('read.pages')}>
        {pages.map((each, index) => (
          <button key={each.page} type="button" className="btn" aria-current={index === at ? 'page' : undefined} aria-pressed={index === at} onClick={() => setChosen(index)}>
            {each.shown ? '✓ ' : ''}
            {t(`page.${each.page}`)}
          </button>
        ))}
      </nav>
      <h2>{t(`page.${page.page}`)}</h2>
      <PageContent session={room.session} page={page.page} />
      {!done && (
        <div className="step-end">
          <Button kind="primary" keyCap="Enter" busy={room.busy} onClick={() => void turn()}>
            {t('read.turn')}
          </Button>
        </div>
      )}
      <StepEnd room={room} step="reading" ready={done} />
    </section>
  );
}

function PageContent({ session, page }: { session: AwakeningSession; page: HandbookPage }) {
  const { handbook, line } = session;
  const script = useSpoken(line.scamType).data?.script;
  switch (page) {
    case 'own':
      return <Passages passages={handbook.own} />;
    case 'check':
      return <Numbered items={handbook.checks} />;
    case 'questions':
      return <Numbered items={script?.questions ?? []} />;
    case 'scam':
      return (
        <>
          <Passages passages={script ? [script.what] : []} />
          <Numbered items={script?.steps ?? []} />
          <Video session={session} />
        </>
      );
  }
}

function Passages({ passages }: { passages: string[] }) {
  return (
    <div className="room-text" lang="zh-CN">
      {passages.map((each) => (
        <p key={each}>{each}</p>
      ))}
    </div>
  );
}

function Numbered({ items }: { items: string[] }) {
  return (
    <ol className="room-list" lang="zh-CN">
      {items.map((each, index) => (
        <li key={each}>
          <b className="num">{index + 1}</b> {each}
        </li>
      ))}
    </ol>
  );
}

/** What the operator has put on this machine; where there is nothing, that is said. */
function Video({ session }: { session: AwakeningSession }) {
  const { t } = useTranslation('awakening');
  const { scamType } = session.line;
  if (!session.video) return <p className="m t2">{t('read.noVideo', { file: `videos/${scamType}.mp4` })}</p>;
  return (
    // eslint-disable-next-line jsx-a11y/media-has-caption
    <video className="room-video" controls preload="none" src={videoOf(scamType)} aria-label={t('read.video')} />
  );
}
