import { useTranslation } from 'react-i18next';
import type { Language } from './format';

/** The language of the page, for figures, times and server texts that come in both. */
export function useLanguage(): Language {
  return useTranslation().i18n.language.startsWith('en') ? 'en' : 'zh';
}
