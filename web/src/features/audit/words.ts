import type { useTranslation } from 'react-i18next';

type T = ReturnType<typeof useTranslation<'audit'>>['t'];

/** What the log writes about, by its codes; a code that has no words yet is shown as it is. */
export const actions = [
  'organisation.sign-in',
  'organisation.set-up',
  'organisation.password.changed',
  'organisation.second-factor.set',
  'organisation.session.ended',
  'organisation.one-time-code.changed',
  'organisation.unit.changed',
  'organisation.jurisdictions.changed',
  'organisation.staff.changed',
  'organisation.duty.changed',
  'organisation.import.changed',
  'organisation.client.created',
  'organisation.client.ended',
  'organisation.client.made',
  'order.help',
  'order.ladder.changed',
  'warning.dissuade',
  'warning.visit',
  'warning.route',
  'warning.join-check',
  'warning.track',
  'warning.family.basis',
  'warning.track.reported',
  'warning.stop.asked',
  'warning.import',
  'warning.export',
  'warning.export.asked',
  'warning.export.agreed',
  'warning.export.refused',
  'warning.import.confirmed',
  'warning.import.cancelled',
  'warning.import.undone',
  'warning.signals.taken',
  'warning.signals.quarantined',
  'warning.quarantine.taken',
  'warning.quarantine.set-aside',
  'warning.batch.undone',
  'warning.workbook',
  'warning.routed',
  'warning.split',
  'warning.joined',
  'warning.outcome.reached',
  'warning.outcome.refused',
  'warning.outcome.not-found',
  'warning.outcome.handed-over',
  'warning.outcome.partly-paid',
  'warning.outcome.not-believed',
  'warning.rules.drafted',
  'warning.rules.live',
  'notification.settled',
  'audit.mass-reading',
  'audit.hold.made',
  'audit.hold.lifted',
  'audit.review',
  'audit.retention',
  'subject-access',
  'warning.intake',
  'warning.invented',
  'warning.order-news',
  'warning.orders',
  'warning.notes',
  'order.ladder',
  'notification.sender',
  'notification.receipts',
  'notification.simulator',
] as const;

const results = ['opened', 'shown', 'done', 'refused', 'failed', 'noticed'] as const;
const fields = ['name', 'phone', 'phones masked', 'address', 'nationalId', 'masks', 'description', 'fields'] as const;
const modules = ['warning', 'order', 'organisation', 'notification', 'audit', 'live', 'place'] as const;

type Key<C extends string> = C extends `${infer A}.${infer B}` ? `${A}-${Key<B>}` : C;

function keyOf<C extends string>(code: C): Key<C> {
  return code.replaceAll('.', '-') as Key<C>;
}

export function actionWord(code: string, t: T): string {
  const known = actions.find((each) => each === code);
  return known ? t(`action.${keyOf(known)}`) : code;
}

export function resultWord(result: string, t: T): string {
  const known = results.find((each) => each === result);
  return known ? t(`resultWord.${known}`) : result;
}

/** What of a person was shown. */
export function fieldWord(field: string, t: T): string {
  const known = fields.find((each) => each === field);
  return known ? t(`field.${known}`) : field;
}

/** Which thing it was about: its kind in words and the end of its id. */
export function subjectWord(subject: string, t: T): string {
  const [kind = '', id = ''] = subject.split('/');
  const known = modules.find((each) => each === kind);
  return `${known ? t(`module.${known}`) : kind} …${id.slice(-6)}`;
}

/** A job of the service that acted by itself, by the part of the service it belongs to. */
export function jobWord(job: string, t: T): string {
  const known = modules.find((each) => job.startsWith(`${each}.`));
  return known ? t('system', { module: t(`module.${known}`) }) : job;
}
