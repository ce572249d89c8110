import en from '../../messages/en/verify.json';
import zh from '../../messages/zh/verify.json';

export type Key = keyof typeof zh;
export type Say = (key: Key, values?: Record<string, string | number>) => string;

const catalogues: Record<'zh' | 'en', Record<Key, string>> = { zh, en };

/** The citizens' pages speak without a library: a catalogue and one replacement. */
export function sayIn(language: 'zh' | 'en'): Say {
  return (key, values = {}) => catalogues[language][key].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
