import type { ImportRejects, WarningImport } from '../api/types';
import type { QuarantinePage } from '../features/warning/quarantineApi';
import { ago } from './world';

const headers: [string, string, string | null][] = [
  ['A', '预警编号', '编号'],
  ['B', '预警时间', '时间'],
  ['C', '姓名', '姓名'],
  ['D', '证件号码', '证件'],
  ['E', '手机号码', '手机'],
  ['F', '诈骗类型', '类型'],
  ['G', '涉案金额', '金额'],
  ['H', '居住地', '地址'],
  ['I', '经办网点', null],
  ['J', '民族', null],
];

export function anImport(changes: Partial<WarningImport> = {}): WarningImport {
  return {
    id: 'i-1',
    number: 'DR-1122-03',
    fileName: '霍林郭勒市_2026年上半年预警.xlsx',
    bytes: 40_475_033,
    sheet: '预警明细',
    state: 'dry-run-done',
    columns: headers.map(([letter, header, field]) => ({ letter, header, field, kept: field === null && header !== '民族', stopped: header === '民族' })),
    rows: 112_457,
    accepted: 94_214,
    merged: 16_062,
    history: 2_000,
    rejected: 181,
    duplicate: 0,
    processed: 112_457,
    perSecond: 4_680,
    secondsLeft: 0,
    stopListCells: 112_457,
    message: null,
    madeAt: ago(3),
    madeBy: '张晓雯',
    actions: [
      { name: 'confirm', open: true, reason: null },
      { name: 'cancel', open: true, reason: null },
    ],
    ...changes,
  };
}

export const imports: WarningImport[] = [
  anImport(),
  anImport({ id: 'i-2', number: 'DR-1122-02', fileName: '科尔沁区_11月预警.csv', state: 'writing', rows: 8_412, accepted: 6_001, merged: 2_380, history: 0, rejected: 31, processed: 5_210, perSecond: 2140, secondsLeft: 2, actions: [{ name: 'cancel', open: true, reason: null }] }),
  anImport({ id: 'i-3', number: 'DR-1121-01', fileName: '奈曼旗_银行上报.xlsx', state: 'done', rows: 1_204, accepted: 1_100, merged: 104, history: 0, rejected: 0, madeAt: ago(1500), actions: [{ name: 'undo', open: true, reason: null }] }),
];

const row = (at: number, letter: string, code: string, message: string, cells: string[]) => ({ row: at, column: headers.find((each) => each[0] === letter)?.[1] ?? letter, letter, header: null, code, message, cells });

export const rejects: ImportRejects = {
  codes: [
    { code: 'place-ambiguous', count: 96, word: '地名不能唯一确定' },
    { code: 'national-id', count: 41, word: '证件号码校验位不符' },
    { code: 'amount', count: 19, word: '金额不是数字' },
    { code: 'phone', count: 13, word: '手机号码位数不符' },
    { code: 'future', count: 12, word: '时间在未来' },
  ],
  items: [
    row(318, 'D', 'national-id', '末位应是数字或 X', ['YJ20260107-00318', '2026-01-07 09:12', '高*', '1505**********3X1', '138****2206', '虚假贷款', '12,000', '宝日呼吉尔街道']),
    row(2041, 'H', 'place-ambiguous', '有 14 个团结村，请补乡镇', ['YJ20260118-02041', '2026-01-18 16:40', '敖*军', '1505**********0017', '151****7730', '刷单返利', '6,800', '团结村']),
    row(2977, 'B', 'future', '时间在未来，是否 2026？', ['YJ20260126-00977', '2062-01-26 10:05', '王*', '1505**********2428', '137****5519', '虚假征信', '3,000', '珠斯花街道']),
    row(8530, 'E', 'phone', '号码少 1 位', ['YJ20260219-01530', '2026-02-19 20:31', '萨*拉', '1505**********1129', '186****094', '冒充客服', '4,999', '莫斯台街道']),
    row(15206, 'G', 'amount', '不是数字，是否 80,000？', ['YJ20260303-00206', '2026-03-03 11:48', '李*', '1505**********6614', '139****3382', '虚假投资理财', '约八万', '达来胡硕街道']),
  ],
  next: 'more',
};

export const quarantine: QuarantinePage = {
  items: [
    {
      id: 'q-1',
      topic: 'warnings',
      partition: 0,
      offset: '4711',
      bytes: 212,
      source: '省平台',
      cameAt: ago(12),
      state: 'waiting',
      reasons: [{ field: '', code: 'not-json', message: '这条消息不是 JSON（UTF-8），请来源方改正后重发。' }],
      actions: [
        { name: 'again', open: true, reason: null },
        { name: 'set-aside', open: true, reason: null },
      ],
    },
  ],
  next: null,
  counts: { waiting: 1, taken: 0, setAside: 2 },
  streams: [
    { topic: 'warnings', source: '省平台', state: 'listening' },
    { topic: 'bank', source: '银行', state: 'no-broker' },
  ],
};
