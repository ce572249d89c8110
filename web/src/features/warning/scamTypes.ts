/** The scam types of the glossary, by their stable words. */
export const scamTypes = [
  'order-brushing',
  'fake-investment',
  'fake-loan',
  'fake-customer-service',
  'fake-prosecutor',
  'fake-leader',
  'fake-credit',
  'fake-shopping',
  'game-trade',
  'dating',
  'elder-care',
  'other',
] as const;
