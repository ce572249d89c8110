import type { useTranslation } from 'react-i18next';

type T = ReturnType<typeof useTranslation<'warning'>>['t'];

const fields = ['sourceId', 'occurredAt', 'name', 'nationalId', 'phone', 'scamType', 'level', 'amount', 'amountCents', 'address', 'source', 'description', 'moneyMoving', 'vulnerability'] as const;

/** What a column was read as. */
export function fieldWord(field: string, t: T): string {
  const known = fields.find((each) => each === field);
  return known ? t(`import.field.${known}`) : field;
}

const codes = ['missing', 'too-long', 'bad-time', 'future-time', 'too-old', 'bad-level', 'bad-national-id', 'bad-phone', 'bad-amount', 'bad-type', 'number-damaged', 'formula-error', 'conflict', 'too-many-fields', 'not-an-object'] as const;

/** Why rows came back, in two or three words for the filter. */
export function codeWord(code: string, t: T): string {
  const known = codes.find((each) => each === code);
  return known ? t(`import.code.${known}`) : code;
}
