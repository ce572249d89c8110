import type { useTranslation } from 'react-i18next';
import { grouped } from './format';

type T = ReturnType<typeof useTranslation<['ui', 'order']>>['t'];

const outcomes = ['done', 'noted', 'found', 'reached', 'refused', 'not-found', 'handed-over', 'partly-paid', 'not-believed'] as const;
const figures = ['saved', 'lost', 'version', 'kept'] as const;

/** A note the service keeps with a deed ("reached, saved 300.00"), in the reader's words; what people wrote stays as it is. */
export function noteInWords(note: string | null | undefined, t: T): string {
  if (!note) return '';
  return note.split(', ').map((part) => partInWords(part, t)).join(' · ');
}

function partInWords(part: string, t: T): string {
  const outcome = outcomes.find((each) => each === part);
  if (outcome) return t(`order:outcome.${outcome}`);
  const [, word, number] = /^([a-z]+) (-?\d+(?:\.\d\d)?)$/.exec(part) ?? [];
  const figure = figures.find((each) => each === word);
  return figure && number ? t(`ui:deed.${figure}`, { figure: grouped(Number(number)) }) : part;
}
