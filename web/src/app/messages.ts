import i18next, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { sayWhenCut, speak } from '../api/client';

const seat = 'lianxin.language';

export function chosenLanguage(): 'zh' | 'en' {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(seat);
  return asked === 'en' ? 'en' : 'zh';
}

export function chooseLanguage(language: 'zh' | 'en'): void {
  localStorage.setItem(seat, language);
  speak(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  void i18next.changeLanguage(language);
}

/** Starts the catalogues. They come with the bundle, so that no page ever shows a key. */
export function startMessages(resources: Resource): void {
  const language = chosenLanguage();
  speak(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  void i18next.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'zh',
    defaultNS: 'ui',
    initAsync: false,
    showSupportNotice: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  sayWhenCut(() => i18next.t('ui:cut'));
}
