import type { Order } from '../../api/types';
import type { RulerFacts } from '../../ui/Ruler';

export function isUnsigned(order: Order): boolean {
  return order.state === 'issued' && !order.signedAt;
}

export function isClosed(order: Order): boolean {
  return ['met', 'returned', 'handed-over', 'withdrawn'].includes(order.state);
}

export function isLife(order: Order): boolean {
  return order.urgency === 'LIFE' || order.urgency === 'MONEY_IN_MOTION';
}

/** The order on the ruler: the figure runs to the next step of the ladder while one is ahead, else to the deadline. */
export function rulerOf(order: Order, ending: string): RulerFacts {
  const next = order.ladder.find((step) => step.state === 'ahead');
  const fired = order.ladder.filter((step) => step.state === 'fired').at(-1);
  const late = order.overdueSince ?? (isUnsigned(order) ? fired?.at : undefined);
  const due = late ?? (isUnsigned(order) && next ? next.at : order.dueAt);
  return {
    startedAt: order.issuedAt,
    dueAt: due,
    ending,
    life: isLife(order),
    metAt: order.metAt ?? undefined,
    signedAt: order.signedAt ?? undefined,
    ladder: order.ladder.filter((step) => step.state !== 'cancelled').map((step) => ({ at: step.at, word: step.tells, done: step.state === 'fired' })),
    deadlineAt: order.dueAt,
    waitsForDecision: order.state === 'extension-asked',
  };
}
