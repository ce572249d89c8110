const zone = 'Asia/Shanghai';
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

export type Language = 'zh' | 'en';

interface Wall {
  year: number;
  month: number;
  day: number;
  hour: string;
  minute: string;
  second: string;
}

function wall(at: number | string): Wall {
  const found: Record<string, string> = {};
  for (const part of parts.formatToParts(new Date(at))) found[part.type] = part.value;
  return {
    year: Number(found['year']),
    month: Number(found['month']),
    day: Number(found['day']),
    hour: found['hour'] ?? '',
    minute: found['minute'] ?? '',
    second: found['second'] ?? '',
  };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = { zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] };

/** 14:31 in the unit's zone. */
export function timeOf(at: number | string): string {
  const w = wall(at);
  return `${w.hour}:${w.minute}`;
}

export function timeWithSeconds(at: number | string): string {
  const w = wall(at);
  return `${w.hour}:${w.minute}:${w.second}`;
}

/** 6月18日, with the year only when it is not this one. */
export function dateOf(at: number | string, language: Language, now: number): string {
  const w = wall(at);
  const year = w.year === wall(now).year ? '' : w.year;
  if (language === 'zh') return `${year ? `${year}年` : ''}${w.month}月${w.day}日`;
  return `${w.day} ${months[w.month - 1] ?? ''}${year ? ` ${year}` : ''}`;
}

export function weekdayOf(at: number, language: Language): string {
  const w = wall(at);
  return weekdays[language][new Date(Date.UTC(w.year, w.month - 1, w.day)).getUTCDay()] ?? '';
}

/** The time alone for today, the date and the time for any other day. */
export function momentOf(at: number | string, language: Language, now: number): string {
  const then = wall(at);
  const today = wall(now);
  const same = then.year === today.year && then.month === today.month && then.day === today.day;
  return same ? timeOf(at) : `${dateOf(at, language, now)} ${timeOf(at)}`;
}

export function fullMomentOf(at: number | string): string {
  const w = wall(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${w.year}-${two(w.month)}-${two(w.day)} ${w.hour}:${w.minute}:${w.second}`;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const two = (n: number) => String(n).padStart(2, '0');

/** How long, as a running clock shows it: 04:36, from an hour 3 时 04 分, from a day 3 天 08 时. */
export function durationOf(millis: number, language: Language): string {
  const ms = Math.max(0, millis);
  if (ms < hour) return `${two(Math.floor(ms / minute))}:${two(Math.floor((ms % minute) / 1000))}`;
  const [d, h, m] = language === 'zh' ? ['天', '时', '分'] : ['d', 'h', 'min'];
  if (ms < day) return `${Math.floor(ms / hour)} ${h} ${two(Math.floor((ms % hour) / minute))} ${m}`;
  return `${Math.floor(ms / day)} ${d} ${two(Math.floor((ms % day) / hour))} ${h}`;
}

/** A rough age for a second line: 12 分前, 3 小时前, 5 天前. */
export function ageOf(at: number | string, now: number, language: Language): string {
  const ms = Math.max(0, now - new Date(at).getTime());
  const minutes = Math.floor(ms / minute);
  const hours = Math.floor(ms / hour);
  const days = Math.floor(ms / day);
  if (language === 'zh') return minutes < 1 ? `${Math.floor(ms / 1000)} 秒前` : minutes < 60 ? `${minutes} 分前` : hours < 48 ? `${hours} 小时前` : `${days} 天前`;
  return minutes < 1 ? `${Math.floor(ms / 1000)} s ago` : minutes < 60 ? `${minutes} min ago` : hours < 48 ? `${hours} h ago` : `${days} d ago`;
}

export function grouped(figure: number): string {
  return figure.toLocaleString('en-US');
}

/** A place without what the reader's own city makes clear: 内蒙古自治区通辽市开鲁县 reads 开鲁县 in 通辽市反诈中心. */
export function nearPlace(text: string, unitName: string | undefined): string {
  const city = unitName?.match(/^.+?[市盟州旗县区]/)?.[0];
  return city ? text.replace(new RegExp(`[^ ·]*${city}(?=.)`), '') : text;
}

/** An address from the county on: province and city are known to whoever works there. */
export function withoutProvince(text: string): string {
  return text.replace(/[^\s·]*?(?:省|自治区)[^\s·]*?(?:市|盟|州)(?=[^\s·])/, '');
}

/** Cents as yuan, thousands separated; the unit stands in the head of the column. */
export function yuan(cents: number): string {
  const whole = cents % 100 === 0;
  return (cents / 100).toLocaleString('en-US', { minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: 2 });
}

/** Ten thousands of yuan, for the wallboard only. */
export function wan(cents: number): string {
  return (cents / 1_000_000).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

export function percent(share: number): string {
  return (share * 100).toFixed(1);
}

/** What somebody typed as an amount in yuan, in cents; nothing when it is not one. */
export function centsFrom(typed: string): number | undefined {
  const plain = typed.replaceAll(/[,，\s]/g, '');
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(plain)) return undefined;
  return Math.round(Number(plain) * 100);
}
