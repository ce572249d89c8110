import type { Episode, EpisodeRow, Me, Order, SignInOptions, TrackWord } from '../api/types';
import type { Search, TrackLine, TrackName } from '../api/trackTypes';

/** A small invented city for tests and for looking at pages. All people are invented; the places are real. */
const t0 = Date.now();
export const ago = (minutes: number) => new Date(t0 - minutes * 60_000).toISOString();
export const ahead = (minutes: number) => new Date(t0 + minutes * 60_000).toISOString();

export const signInOptions: SignInOptions = {
  demo: true,
  instance: 'DEMO',
  secondFactor: false,
  signIns: [
    { name: 'clerk', password: 'lianxin-demo-1', role: 'WARNING_CLERK', label: '市中心劝阻员' },
    { name: 'county', password: 'lianxin-demo-2', role: 'WARNING_CLERK', label: '县中心值班' },
    { name: 'officer', password: 'lianxin-demo-3', role: 'VISITING_OFFICER', label: '上门民警' },
    { name: 'command', password: 'lianxin-demo-4', role: 'DISPATCHER', label: '指挥长' },
    { name: 'admin', password: 'lianxin-demo-5', role: 'ADMINISTRATOR', label: '系统管理员' },
    { name: 'privacy', password: 'lianxin-demo-6', role: 'PRIVACY_OFFICER', label: '隐私专员' },
  ],
};

export const me: Me = {
  staffId: 's-1',
  staffNumber: '150500017',
  name: '张晓雯',
  unit: { id: 'u-1', code: '1505-FZ', name: '通辽市反诈中心', level: 'city', path: '15.1505.1505-FZ.' },
  post: { id: 'p-1', title: '劝阻员' },
  posts: [{ id: 'p-1', title: '劝阻员', unitName: '通辽市反诈中心' }],
  roles: ['WARNING_CLERK', 'DISPATCHER', 'UNIT_HEAD', 'RULE_KEEPER', 'PRIVACY_OFFICER', 'ADMINISTRATOR'],
  scope: 'UNIT_AND_BELOW',
  serverTime: new Date(t0).toISOString(),
  demo: true,
};

export const orderCounts = { open: 12, issued: 5, doneToday: 31, exceptions: 1 };
export const episodeCounts = { mine: 12, centre: 331, followUp: 96, exceptions: 7, signalsToday: 2418, newToday: 1907, mergedToday: 486, historyToday: 0, rejectedToday: 25 };

const place = (code: string, name: string) => ({ code, name });
const way = (phone: TrackWord, family: TrackWord, visit: TrackWord, bank: TrackWord) => ({ phone, family, visit, bank });

interface Sketch {
  rank: number | null;
  name: string;
  who: [string | null, number | null];
  scam: [string, string];
  level: string;
  amount: number | null;
  moving?: boolean;
  place: { code: string; name: string } | null;
  why: [string, string, number][];
  signals: number;
  last: number;
  tracks: EpisodeRow['tracks'];
  holder: EpisodeRow['holder'];
  clock: [number, number, string, string] | null;
  unsigned?: number;
  state?: string;
}

const sketches: Sketch[] = [
  { rank: 96, name: '包*兰', who: ['F', 60], scam: ['fake-prosecutor', '冒充公检法'], level: 'high', amount: 30000000, moving: true, place: place('150581', '霍林郭勒市 珠斯花街道'), why: [['TR-01', '高危', 40], ['TR-03', '资金在动', 25], ['TR-04', '金额', 14], ['TR-02', '刚刚', 10], ['TR-05', '独居', 5], ['TR-06', '再次', 2]], signals: 3, last: 1, tracks: way('none', 'none', 'sent', 'running'), holder: { unit: '霍林郭勒' }, clock: [-4.2, 0.8, '→ 指挥长', 'money'], unsigned: 2 },
  { rank: 88, name: '王*军', who: ['M', 40], scam: ['fake-investment', '虚假投资理财'], level: 'high', amount: 16000000, moving: true, place: place('150502', '科尔沁区 明仁街道'), why: [['TR-01', '高危', 40], ['TR-03', '资金在动', 25], ['TR-04', '金额', 13], ['TR-02', '刚刚', 10]], signals: 2, last: 3, tracks: way('sent', 'none', 'none', 'none'), holder: { unit: '本席' }, clock: [-3, 1.9, '→ 值班长', 'money'], unsigned: 1 },
  { rank: 71, name: '陈*', who: ['F', 30], scam: ['order-brushing', '刷单返利'], level: 'high', amount: 1260000, place: place('150523', '开鲁县 开鲁镇'), why: [['TR-01', '高危', 40], ['TR-06', '再次', 12], ['TR-02', '较新', 10], ['TR-04', '金额', 9]], signals: 1, last: 6, tracks: way('sent', 'none', 'none', 'none'), holder: { unit: '开鲁县' }, clock: [-7.2, -2.2, '已告指挥', 'normal'], unsigned: 1 },
  { rank: null, name: '海*', who: [null, null], scam: ['credit-repair', '虚假征信'], level: 'medium', amount: null, place: null, why: [], signals: 1, last: 9, tracks: way('none', 'none', 'none', 'none'), holder: { unit: '值班长' }, clock: [-9, 5.7, '→ 值班长', 'normal'], unsigned: 1, state: 'routing' },
  { rank: 84, name: '乌*格', who: ['F', 50], scam: ['fake-prosecutor', '冒充公检法'], level: 'high', amount: 8600000, place: place('150526', '扎鲁特旗 鲁北镇'), why: [['TR-01', '高危', 40], ['TR-04', '金额', 10], ['TR-02', '较新', 34]], signals: 4, last: 12, tracks: way('reached', 'failed', 'running', 'none'), holder: { unit: '市中心', staff: '张晓雯' }, clock: [-18, 11.3, '上门时限', 'normal'], state: 'working' },
  { rank: 79, name: '李*梅', who: ['F', 60], scam: ['fake-shopping', '养老诈骗'], level: 'high', amount: 5000000, place: place('150525', '奈曼旗 大沁他拉镇'), why: [['TR-01', '高危', 40], ['TR-05', '独居', 8], ['TR-02', '较新', 31]], signals: 2, last: 20, tracks: way('failed', 'running', 'running', 'none'), holder: { unit: '市中心', staff: '张晓雯' }, clock: [-25, 4.6, '上门时限', 'normal'], state: 'working' },
  { rank: 66, name: '斯*', who: ['M', 20], scam: ['fake-loan', '虚假贷款'], level: 'medium', amount: 800000, place: place('150502', '科尔沁区 西门街道'), why: [['TR-01', '中危', 20], ['TR-04', '金额', 6], ['TR-02', '较新', 40]], signals: 1, last: 25, tracks: way('reached', 'none', 'none', 'none'), holder: { unit: '市中心', staff: '张晓雯' }, clock: [-10, 14.8, '约定回拨', 'normal'], state: 'working' },
  { rank: 61, name: '赵*峰', who: ['M', 40], scam: ['fake-acquaintance', '冒充领导熟人'], level: 'medium', amount: 3000000, place: place('150524', '库伦旗 库伦镇'), why: [['TR-01', '中危', 20], ['TR-06', '再次', 12], ['TR-04', '金额', 29]], signals: 2, last: 31, tracks: way('reached', 'none', 'none', 'none'), holder: { unit: '市中心', staff: '张晓雯' }, clock: [-9, 22, '短信回执', 'normal'], state: 'working' },
  { rank: 58, name: '白*芳', who: ['F', 30], scam: ['fake-customer-service', '冒充电商物流客服'], level: 'medium', amount: 499900, place: place('150521', '科左中旗 宝龙山镇'), why: [['TR-01', '中危', 20], ['TR-04', '金额', 4], ['TR-02', '较新', 34]], signals: 1, last: 38, tracks: way('failed', 'none', 'none', 'none'), holder: { unit: '市中心', staff: '张晓雯' }, clock: [-12, 2.7, '第 2 次呼叫', 'normal'], state: 'working' },
  { rank: 52, name: '韩*', who: ['M', 20], scam: ['game-trade', '游戏交易'], level: 'medium', amount: 128000, place: place('150502', '科尔沁区 霍林河街道'), why: [['TR-01', '中危', 20], ['TR-02', '较新', 32]], signals: 1, last: 44, tracks: way('reached', 'none', 'none', 'none'), holder: { unit: '市中心', staff: '张晓雯' }, clock: [-14, 46, '补齐依据', 'normal'], state: 'working' },
  { rank: 47, name: '其*格', who: ['F', 50], scam: ['fake-shopping', '虚假购物'], level: 'low', amount: 230000, place: place('150522', '科左后旗 甘旗卡镇'), why: [['TR-01', '低危', 8], ['TR-06', '再次', 12], ['TR-02', '较新', 27]], signals: 2, last: 52, tracks: way('reached', 'none', 'none', 'none'), holder: { unit: '市中心', staff: '张晓雯' }, clock: [-60, 1380, '1 天回访', 'normal'], state: 'follow-up' },
  { rank: 44, name: '孙*', who: ['F', 20], scam: ['order-brushing', '刷单返利'], level: 'low', amount: 60000, place: place('150523', '开鲁县 小街基镇'), why: [['TR-01', '低危', 8], ['TR-02', '较新', 36]], signals: 1, last: 66, tracks: way('reached', 'none', 'none', 'none'), holder: { unit: '市中心', staff: '张晓雯' }, clock: [-62, 1320, '1 天回访', 'normal'], state: 'follow-up' },
];

export const rows: EpisodeRow[] = sketches.map((s, index) => ({
  id: `e-${index + 1}`,
  number: `YJ-1505-20261122-${String(412 + index).padStart(4, '0')}`,
  rank: s.rank,
  nameMasked: s.name,
  phoneMasked: index % 3 === 2 ? '151****2206' : '139****4417',
  gender: s.who[0],
  ageDecade: s.who[1],
  scamType: s.scam[0],
  scamTypeName: s.scam[1],
  level: s.level,
  amountCents: s.amount,
  moneyMoving: s.moving ?? false,
  place: s.place,
  why: s.why.map(([rule, label, weight]) => ({ rule, label, weight })),
  signals: s.signals,
  lastSignalAt: ago(s.last),
  tracks: s.tracks,
  holder: s.holder,
  clock: s.clock && { from: new Date(t0 + s.clock[0] * 60_000).toISOString(), at: new Date(t0 + s.clock[1] * 60_000).toISOString(), what: s.clock[2], kind: s.clock[3], state: null },
  state: s.state ?? 'open',
  unsignedOrders: s.unsigned ?? 0,
}));

const openActions = <N extends string>(names: N[]) => names.map((name) => ({ name, open: true, reason: null }));

export function anOrder(changes: Partial<Order> = {}): Order {
  return {
    id: 'o-1',
    number: 'ZL-150581-20261122-0001',
    kind: 'visit',
    title: '上门见人：包*兰',
    detail: '霍林郭勒市 珠斯花街道',
    subject: { module: 'warning', id: 'e-1' },
    state: 'issued',
    urgency: 'MONEY_IN_MOTION',
    rank: 96,
    from: { unitId: 'u-1', unitName: '通辽市反诈中心' },
    to: { unitId: 'u-5', unitName: '珠斯花派出所' },
    holder: null,
    issuedAt: ago(4.2),
    signedAt: null,
    dueAt: ahead(25.8),
    metAt: null,
    overdueSince: null,
    nextStep: { number: 1, when: 'unsigned', at: ahead(0.8), state: 'ahead', tells: '指挥长' },
    ladder: [
      { number: 1, when: 'unsigned', at: ahead(0.8), state: 'ahead', tells: '指挥长' },
      { number: 2, when: 'unmet', at: ahead(25.8), state: 'ahead', tells: '指挥告警' },
    ],
    actions: [...openActions(['sign', 'report', 'extension', 'return', 'hand-over', 'remind']), { name: 'meet', open: false, reason: '见到人后在劝阻页记结果，本单自动办结。' }],
    ...changes,
  };
}

const trackNames = ['phone', 'other-numbers', 'family', 'work-unit', 'committee', 'visit', 'patrol', 'bank'] as const;

/** Called by hand already, and somebody is on the way; nothing else was begun. */
export function searchOf(changes: Partial<Search> = {}): Search {
  const begun: Partial<Record<TrackName, TrackLine['state']>> = { phone: 'running', visit: 'sent' };
  const tracks = trackNames.map((track): TrackLine => {
    const state = begun[track] ?? 'none';
    return { track, state, orderId: state === 'none' ? null : `o-${track}`, who: state === 'none' ? null : '珠斯花派出所', at: state === 'none' ? null : ago(3), words: null, report: false };
  });
  return { since: null, until: null, tracks, familyBasis: null, open: { name: 'tracks', open: true, reason: null }, ...changes };
}

export function episodeOf(id: string): Episode {
  const row = rows.find((each) => each.id === id) ?? rows[0];
  if (!row) throw new Error(`no episode ${id}`);
  const facts: Record<string, string> = { 'TR-01': '来源定级', 'TR-03': '14:29 柜面取号', 'TR-04': `拟转 ${(row.amountCents ?? 0) / 100} 元`, 'TR-02': '最新信号 1 分钟前', 'TR-05': '来源注明', 'TR-06': '同一人第 3 条信号' };
  return {
    ...row,
    rules: row.why.map((why) => ({ id: why.rule, label: why.label, weight: why.weight, fact: facts[why.rule] ?? null })),
    ruleVersion: 7,
    signals: [
      { id: 'g-1', at: ago(1), source: '银行柜面', level: 'high', scamType: row.scamType, summary: '客户边打电话边要求汇款' },
      { id: 'g-2', at: ago(4), source: '国家平台', level: 'high', scamType: row.scamType, summary: '与假检察院号码通话 47 分钟' },
      { id: 'g-3', at: ago(52), source: '运营商', level: 'medium', scamType: row.scamType, summary: '境外来电，随后装了会议软件' },
    ].slice(0, row.signals),
    orders: [anOrder({ subject: { module: 'warning', id: row.id } }), anOrder({ id: 'o-2', number: 'ZL-1505-20261122-0002', kind: 'call', title: `电话劝阻：${row.nameMasked}`, to: { unitId: 'u-1', unitName: '通辽市反诈中心', staffId: 's-1', staffName: '张晓雯' }, state: 'signed', signedAt: ago(3), holder: '张晓雯' })],
    history: [
      { at: ago(4), actor: '规则', what: '派霍林郭勒市中心，同时令派出所上门' },
      { at: ago(60 * 24 * 40), actor: '短信', what: '已发提醒短信，未回' },
    ],
    outcome: null,
    possibleVictim: true,
    search: searchOf(),
    stopRequests: [],
    actions: [...openActions(['open', 'call', 'outcome', 'split']), { name: 'join', open: false, reason: '不能合并：同名同址的另一条待两人确认。' }, { name: 'close', open: false, reason: '还没有结果，不能办结。' }],
  };
}
