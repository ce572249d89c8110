import type { useTranslation } from 'react-i18next';

type T = ReturnType<typeof useTranslation<'organisation'>>['t'];

export const levels = ['ministry', 'province', 'city', 'county', 'station', 'post', 'partner'] as const;
export const unitDuties = ['anti-fraud-centre', 'command', 'stop-payment', 'village-committee', 'work-unit', 'bank-notice'] as const;
export const unitKinds = ['police', 'justice', 'village-committee', 'bank', 'company', 'hospital', 'school'] as const;
export const jurisdictionKinds = ['division', 'grid', 'post'] as const;
export const scopes = ['ALL', 'CHOSEN_UNITS', 'UNIT_AND_BELOW', 'UNIT', 'OWN'] as const;
export const roles = [
  'WARNING_CLERK',
  'VISITING_OFFICER',
  'DISPATCHER',
  'UNIT_HEAD',
  'RULE_KEEPER',
  'PRIVACY_OFFICER',
  'ADMINISTRATOR',
  'STOP_PAYMENT_ISSUER',
  'STOP_PAYMENT_APPROVER',
  'PARTNER_CONTACT',
] as const;
export const shiftDuties = ['duty-chief', 'duty-officer', 'on-call'] as const;

/** Words for what the service says in codes; a code nobody knows yet is shown as it is. */
export function levelWord(level: string, t: T): string {
  const known = levels.find((each) => each === level.toLowerCase());
  return known ? t(`units.level.${known}`) : level;
}

export function unitDutyWord(duty: string, t: T): string {
  const known = unitDuties.find((each) => each === duty);
  return known ? t(`units.duty.${known}`) : duty;
}

export function shiftDutyWord(duty: string, t: T): string {
  const known = shiftDuties.find((each) => each === duty);
  return known ? t(`duty.kind.${known}`) : duty;
}

export function scopeWord(scope: string, t: T): string {
  const known = scopes.find((each) => each === scope);
  return known ? t(`units.scope.${known}`) : scope;
}

export function kindWord(kind: string, t: T): string {
  const known = jurisdictionKinds.find((each) => each === kind);
  return known ? t(`units.kind.${known}`) : kind;
}
