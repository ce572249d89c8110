/** Reads the heading, the hint and the choices of the page aloud, in this order. Answers whether it started. */
export function readAloud(page: HTMLElement | null, language: 'zh' | 'en', onEnd: () => void): boolean {
  if (!page || !('speechSynthesis' in window)) return false;
  const parts = [...page.querySelectorAll('h1, .lead, .hint, .facts dt, .facts dd, .never h2, .never li, .never p, .note, .key')];
  const utterance = new SpeechSynthesisUtterance(parts.map((part) => part.textContent?.trim()).join('。'));
  utterance.lang = language === 'zh' ? 'zh-CN' : 'en-GB';
  utterance.rate = 0.9;
  utterance.onend = onEnd;
  speechSynthesis.cancel();
  speechSynthesis.speak(utterance);
  return true;
}

export function silence(): false {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
  return false;
}
