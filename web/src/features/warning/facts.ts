import type { EpisodeClock, EpisodeRow, Order, TrackWord, WhyItem } from '../../api/types';
import type { Why } from '../../ui/Chip';
import type { ClockFacts } from '../../ui/clock';
import type { TrackFact, TrackState } from '../../ui/Track';

const trackStates: Record<TrackWord, TrackState> = { none: 'not_started', sent: 'sent', running: 'running', reached: 'reached', failed: 'not_reached' };

export const trackKeys = ['phone', 'family', 'visit', 'bank'] as const;
export type TrackKey = (typeof trackKeys)[number];

export function tracksOf(row: Pick<EpisodeRow, 'tracks'>, words: { letter: (key: TrackKey) => string; name: (key: TrackKey) => string; state: (state: TrackState) => string }): TrackFact[] {
  return trackKeys.map((key) => {
    const state = trackStates[row.tracks[key] ?? 'none'] ?? 'not_started';
    return { key, letter: words.letter(key), name: words.name(key), state, stateWord: words.state(state) };
  });
}

/** The rule about money that is moving; the only one that may be red. */
export const moneyRule = 'TR-03';

export function whyOf(why: WhyItem[], moneyMoving: boolean): Why[] {
  return why.map((item) => ({ id: item.rule, word: item.label, weight: item.weight, life: moneyMoving && item.rule === moneyRule }));
}

export function clockOf(clock: EpisodeClock): ClockFacts {
  return { startedAt: clock.from, dueAt: clock.at, ending: clock.what, life: clock.kind === 'money', metAt: clock.state === 'met' ? clock.at : undefined };
}

/** The clock of an order: to the next step of its ladder while one is ahead, else to its deadline. */
export function orderClock(order: Order): ClockFacts {
  const life = order.urgency === 'LIFE' || order.urgency === 'MONEY_IN_MOTION';
  return {
    startedAt: order.issuedAt,
    dueAt: order.dueAt,
    ending: order.nextStep?.tells ?? '',
    life,
    metAt: order.metAt ?? undefined,
    ticks: order.ladder.map((step) => ({ at: step.at, word: step.tells })),
  };
}
