import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { readClock, type ClockFacts, type ClockReading } from './clock';
import { durationOf, type Language } from './format';
import { useLanguage } from './language';
import { useNow } from './ticker';

/** A deadline as a thing: the figure, what happens at its end, the fuse, and the steps of the ladder on it. */
export function Clock({ facts }: { facts: ClockFacts }) {
  const now = useNow();
  const { t } = useTranslation('ui');
  const language = useLanguage();
  const reading = readClock(facts, now);
  const word = reading.state === 'paused' ? (facts.paused?.reason ?? '') : facts.ending;
  const about = [facts.startedBy, facts.rule, facts.ticks?.map((tick) => tick.word).join(' → ')].filter(Boolean).join(' · ');
  return (
    <span className={`clk ${reading.state}`} title={about || undefined}>
      <span className="clk-figure num">{figureOf(reading, language, t('clock.over'), t('clock.paused'))}</span>
      <span className="clk-end">{word}</span>
      <Fuse reading={reading} />
    </span>
  );
}

/** Only the figure with its state, for places that have no room for the fuse. */
export function ClockFigure({ facts }: { facts: ClockFacts }) {
  const now = useNow();
  const { t } = useTranslation('ui');
  const reading = readClock(facts, now);
  return (
    <span className={`clk ${reading.state} bare`}>
      <span className="clk-figure num">{figureOf(reading, useLanguage(), t('clock.over'), t('clock.paused'))}</span>
    </span>
  );
}

export function figureOf(reading: ClockReading, language: Language, over: string, paused: string): string {
  const figure = durationOf(reading.millis, language);
  if (reading.state === 'overdue') return `${over} ${figure}`;
  if (reading.state === 'paused') return paused;
  if (reading.state === 'met') return `✓ ${figure}`;
  return figure;
}

export function Fuse({ reading }: { reading: ClockReading }) {
  const hatch = useId();
  const burnt = reading.burnt * 100;
  return (
    <svg className="fuse" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      {reading.state === 'paused' && (
        <pattern id={hatch} width="2" height="4" patternUnits="userSpaceOnUse" patternTransform="skewX(-20)">
          <path className="rest" d="M0.5 0V4" />
        </pattern>
      )}
      <rect className="track" x={0} y={2} width={100} height={4} rx={0.6} fill={reading.state === 'paused' ? `url(#${hatch})` : undefined} />
      <rect className="burnt" x={0} y={2} width={burnt} height={4} rx={0.6} />
      {reading.ticks.map((tick) => (
        <rect key={`${tick.share}${tick.word}`} className="tick" x={Math.min(tick.share * 100, 99.2)} y={0} width={0.9} height={8} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  );
}
