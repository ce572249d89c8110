import { useTranslation } from 'react-i18next';
import { readClock, type ClockFacts } from './clock';
import { figureOf } from './Clock';
import { useLanguage } from './language';
import { marks, nowShare, shareOf } from './ruler';
import { useNow } from './ticker';

const width = 1000;

export interface RulerFacts extends ClockFacts {
  signedAt?: string | undefined;
  /** The last deadline, where the figure runs to an earlier step. */
  deadlineAt?: string | undefined;
  /** Steps of the ladder: those already gone are filled, the next ones open. */
  ladder?: { at: string; word: string; done: boolean }[] | undefined;
}

export function RulerHead() {
  const { t } = useTranslation('ui');
  return (
    <div className="ruler-head" aria-hidden="true">
      <svg className="ruler-lines" viewBox={`0 0 ${width} 34`} preserveAspectRatio="none" />
      {marks.map((mark) => (
        <span key={mark.delta} className={`ruler-mark at-${mark.key}`} ref={(node) => place(node, shareOf(mark.delta, 0))}>
          {t(`ruler.${mark.key}`)}
        </span>
      ))}
      <span className="ruler-now" ref={(node) => place(node, nowShare)}>
        {t('ruler.now')}
      </span>
    </div>
  );
}

/** One order on the ruler: ring issued, dot signed, diamonds the ladder, bar the last deadline. */
export function Ruler({ facts, quiet }: { facts: RulerFacts; quiet?: string }) {
  const now = useNow();
  const { t } = useTranslation('ui');
  const language = useLanguage();
  const reading = readClock(facts, now);
  const at = (moment: string) => shareOf(Date.parse(moment), now) * width;
  const from = at(facts.startedAt);
  const middle = nowShare * width;
  const end = Math.max(at(facts.deadlineAt ?? facts.dueAt), from);
  return (
    <div className={`ruler clk ${reading.state}`}>
      <svg className="ruler-line" viewBox={`0 0 ${width} 48`} preserveAspectRatio="none" aria-hidden="true">
        {marks.map((mark) => (
          <line key={mark.delta} className="grid" x1={shareOf(mark.delta, 0) * width} x2={shareOf(mark.delta, 0) * width} y1={0} y2={48} />
        ))}
        <line className="past" x1={from} x2={middle} y1={32} y2={32} />
        <line className="future" x1={middle} x2={Math.max(end, middle)} y1={32} y2={32} />
        <line className="deadline" x1={end} x2={end} y1={25} y2={39} />
        <line className="now" x1={middle} x2={middle} y1={0} y2={48} />
      </svg>
      <Marker kind="ring" share={from / width} />
      {facts.signedAt && <Marker kind="dot" share={at(facts.signedAt) / width} />}
      {facts.ladder?.map((step) => (
        <Marker key={step.at + step.word} kind={step.done ? 'diamond done' : 'diamond'} share={at(step.at) / width} />
      ))}
      <span className="ruler-text" ref={(node) => place(node, nowShare)}>
        <span className="clk-figure num">{figureOf(reading, language, t('clock.over'), t('clock.paused'))}</span>
        <span className="clk-end">{quiet ?? facts.ending}</span>
      </span>
    </div>
  );
}

function Marker({ kind, share }: { kind: string; share: number }) {
  return <i className={`ruler-mk ${kind}`} aria-hidden="true" ref={(node) => place(node, share)} />;
}

/** Places an element along the ruler through the object model, which a strict content policy allows. */
function place(node: HTMLElement | null, share: number): void {
  if (node) node.style.left = `${(share * 100).toFixed(3)}%`;
}
