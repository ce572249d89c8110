/** The scam types of the glossary, by their stable words. */
export const scamTypes = [
  'order-brushing',
  'fake-prosecutor',
  'fake-customer-service',
  'fake-investment',
  'fake-loan',
  'credit-repair',
  'fake-acquaintance',
  'romance',
  'military-purchase',
  'elder-care',
  'fake-shopping',
  'game-trade',
  'sextortion',
  'tuition-refund',
  'other',
] as const;

/** The types that have stages of their own in the script; the others follow the general ones. */
const scripted = ['order-brushing', 'fake-prosecutor', 'fake-customer-service', 'fake-investment', 'fake-loan'] as const;

export type ScriptType = (typeof scripted)[number] | 'other';

export function scriptTypeOf(scamType: string | null): ScriptType {
  return scripted.find((each) => each === scamType) ?? 'other';
}
