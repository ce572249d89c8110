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
