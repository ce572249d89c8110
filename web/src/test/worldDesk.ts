import type { AuditEntry, RoutingItem, RuleTrial, RuleVersion, SimulatedMessage } from '../api/deskTypes';
import type { Client, Session, Shift, Staff, Unit, UnitDetail } from '../api/unitTypes';
import type { Ladder } from '../features/order/api';
import type { ExportRequest } from '../features/warning/exportApi';
import { ago } from './world';

const unit = (id: string, name: string, level: string, parentId: string | null, childCount: number, staffCount: number): Unit => ({ id, code: `1505-${id}`, name, level, path: '', parentId, childCount, staffCount });

export const units: Unit[] = [unit('u-1', '通辽市反诈中心', 'city', null, 3, 24), unit('u-2', '霍林郭勒市反诈中心', 'county', 'u-1', 1, 6), unit('u-3', '开鲁县反诈中心', 'county', 'u-1', 0, 5), unit('u-4', '科尔沁区反诈中心', 'county', 'u-1', 0, 9), unit('u-5', '珠斯花派出所', 'station', 'u-2', 0, 11)];

export const unitDetail: UnitDetail = {
  ...(units[0] as Unit),
  jurisdictions: [{ kind: 'division', code: '1505', name: '通辽市' }],
  duties: ['anti-fraud-centre', 'command'],
  onDuty: [{ staffId: 's-1', name: '张晓雯', duty: '劝阻员' }, { staffId: 's-9', name: '海日汗', duty: '指挥长' }],
  actions: [],
};

const person = (id: string, name: string, number: string, title: string, roles: string[], onDuty: boolean): Staff => ({ id, number, name, unitName: '通辽市反诈中心', posts: [{ unitId: 'u-1', unitName: '通辽市反诈中心', title, roles, scope: 'UNIT_AND_BELOW' }], onDuty, phoneMasked: '138****2201', state: 'active' });

export const staff: Staff[] = [person('s-1', '张晓雯', '150500017', '劝阻员', ['WARNING_CLERK'], true), person('s-9', '海日汗', '150500001', '指挥长', ['DISPATCHER', 'UNIT_HEAD'], true), person('s-3', '吕晓峰', '150500023', '值班长', ['WARNING_CLERK', 'UNIT_HEAD'], false), person('s-4', '巴图', '150500031', '规则管理员', ['RULE_KEEPER'], false)];

export const sessions: Session[] = [
  { id: 'x-1', address: '127.0.0.1', since: ago(120), lastSeenAt: ago(0.1), device: 'Chromium · Linux', mine: true, strong: true },
  { id: 'x-2', address: '127.0.0.1', since: ago(3000), lastSeenAt: ago(600), device: 'Chrome · Android', mine: false, strong: true },
];

export const routing: RoutingItem[] = [
  {
    episodeId: 'e-4',
    number: 'YJ-1505-20261122-0415',
    addressText: '通辽市团结村',
    since: ago(34),
    candidates: [
      { code: '150523102205', name: '团结村', fullName: '通辽市开鲁县大榆树镇团结村', score: 0.91, why: '同名', level: 'village' },
      { code: '150521105214', name: '团结村', fullName: '通辽市科尔沁左翼中旗花吐古拉镇团结村', score: 0.91, why: '同名', level: 'village' },
    ],
  },
  { episodeId: 'e-9', number: 'YJ-1505-20261122-0421', addressText: '解放街 18 号', since: ago(12), candidates: [] },
];

const rule = (id: string, name: string, question: string, parameters: Record<string, number>) => ({ id, name, question, parameters });
const rules = [
  rule('TR-01', '来源定级', '来源说有多危险？', { high: 40, medium: 20, low: 8 }),
  rule('TR-02', '信号新旧', '最新信号来了多久？', { '10min': 10, '1h': 7, '6h': 4, '24h': 2 }),
  rule('TR-03', '资金在动', '钱是不是正在转？', { moving: 25 }),
  rule('TR-04', '金额', '涉及多少钱？', { '500000yuan': 14, '100000yuan': 12, '10000yuan': 8, stated: 4 }),
  rule('TR-05', '易受骗情形', '来源有没有注明？', { stated: 5 }),
  rule('TR-06', '再次', '同一人第几条信号？', { each: 2, most: 6 }),
];

export const ruleVersions: RuleVersion[] = [
  { version: 8, state: 'draft', since: ago(30), by: '巴图', rules },
  { version: 7, state: 'live', since: ago(60 * 24 * 30), by: '巴图', rules },
  { version: 6, state: 'retired', since: ago(60 * 24 * 200), by: '巴图', rules },
];

export const trial: RuleTrial = {
  episodes: 21_240,
  changed: 318,
  moved: [
    { number: 'YJ-1505-20261002-0031', before: 41, after: 66 },
    { number: 'YJ-1505-20260918-0112', before: 38, after: 60 },
  ],
  histogram: [0, 20, 40, 60, 80].map((from, index) => ({ from, to: from + 20, before: [9100, 6200, 3900, 1700, 340][index] ?? 0, after: [9040, 6180, 3920, 1740, 360][index] ?? 0 })),
};

export const auditEntries: AuditEntry[] = Array.from({ length: 8 }, (_, index) => ({
  seq: 90_412 - index,
  at: ago(index * 3 + 1),
  name: index % 2 === 0 ? '张晓雯' : '那仁',
  post: index % 2 === 0 ? '劝阻员' : '上门民警',
  unitName: index % 2 === 0 ? '通辽市反诈中心' : '珠斯花派出所',
  action: 'warning.open',
  purpose: index % 2 === 0 ? 'warning.dissuade' : 'warning.visit',
  subject: 'warning/0198c2',
  persons: 1,
  fields: ['name', 'phone', 'address'],
  count: 1,
  result: 'ok',
}));

export const messages: SimulatedMessage[] = [
  { id: 'n-1', at: ago(2), channel: 'phone', toMasked: '139****4417', text: '来电：通辽市反诈中心，核验码尾号 82', state: 'answered', receiptAt: ago(1.8), subject: 'warning/e-1' },
  { id: 'n-2', at: ago(5), channel: 'sms', toMasked: '151****8130', text: '【通辽市反诈中心】您好，请留意家人近期转账，有疑问请拨 96110。', state: 'delivered', receiptAt: ago(4.9), subject: 'warning/e-1' },
  { id: 'n-3', at: ago(9), channel: 'sms', toMasked: '138****2201', text: '指令 ZL-150581-0001 超时未签，请值班长处理。', state: 'queued', receiptAt: null, subject: 'order/o-1' },
];

export const shifts = (from: string): Shift[] => [
  { id: 'd-1', staffId: 's-1', number: '150500017', name: '张晓雯', unitId: 'u-1', unitName: '通辽市反诈中心', duty: 'duty-officer', from: ago(60), until: new Date(Date.now() + 7_200_000).toISOString() },
  { id: 'd-2', staffId: 's-9', number: '150500001', name: '海日汗', unitId: 'u-1', unitName: '通辽市反诈中心', duty: 'duty-chief', from, until: new Date(Date.parse(from) + 12 * 3_600_000).toISOString() },
];

export const clients: Client[] = [
  { id: 'c-1', name: '省平台推送', scopes: ['warning:submit'], unitName: '通辽市反诈中心', createdAt: ago(9000), endedAt: null },
  { id: 'c-2', name: '旧平台', scopes: ['warning:submit'], unitName: '通辽市反诈中心', createdAt: ago(90000), endedAt: ago(5000) },
];

export const ladders: Ladder[] = [
  { id: 'plain', version: 1, name: '普通', steps: [] },
  {
    id: 'warning.high.visit',
    version: 3,
    name: '高危预警 · 上门',
    steps: [
      { number: 1, when: 'unsigned', afterSeconds: 300, tells: '指挥中心', effect: 'alarm', addressee: 'nearest-with-duty', duty: 'command' },
      { number: 2, when: 'unmet', afterSeconds: 1800, tells: '指挥中心', effect: 'alarm', addressee: 'nearest-with-duty', duty: 'command' },
    ],
  },
];

const asked = { madeAt: ago(4), unmasked: false, persons: 80, decidedBy: null, decidedWhy: null };
const closed = (name: string, reason: string) => ({ name, open: false, reason });

export const exportRequests: ExportRequest[] = [
  { ...asked, id: 'x-1', madeBy: '张晓雯', reason: '向市局报送本周预警', state: 'asked', actions: [{ name: 'decide', open: true, reason: null }, closed('take', '由申请人领取。')] },
  { ...asked, id: 'x-2', madeBy: '刘建华', reason: '核对名单', unmasked: true, state: 'refused', decidedBy: '海日汗', decidedWhy: '用不着姓名', actions: [closed('decide', '已经决定。'), closed('take', '由申请人领取。')] },
];
