import type { useTranslation } from 'react-i18next';

type T = ReturnType<typeof useTranslation<'order'>>['t'];

export const effects = ['tell', 'alarm', 'reassign'] as const;
export const addressees = ['nearest-with-duty', 'chief-of-holder', 'issuing-unit'] as const;
export const ladderDuties = ['command', 'anti-fraud-centre', 'stop-payment'] as const;

export function effectWord(effect: string, t: T): string {
  const known = effects.find((each) => each === effect);
  return known ? t(`ladders.effects.${known}`) : effect;
}
