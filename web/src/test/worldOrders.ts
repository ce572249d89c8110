import type { Board, Order } from '../api/types';
import { ago, ahead, anOrder } from './world';

type Sketch = [string, string, string, Partial<Order>];
const step = (number: number, when: string, minutes: number, tells: string) => ({ number, when, at: minutes < 0 ? ago(-minutes) : ahead(minutes), state: minutes < 0 ? 'fired' : 'ahead', tells });

const sketches: Sketch[] = [
  ['独居老人今日未见，去看一看', '社区 6 号楼', '值班民警', { urgency: 'NORMAL', issuedAt: ago(16), dueAt: ahead(22), signedAt: null, ladder: [step(1, 'unsigned', -1, '副所长'), step(2, 'unsigned', 9, '所长')] }],
  ['车位争吵，双方已劝开', '莫斯台街道', '值班民警', { urgency: 'NORMAL', issuedAt: ago(6.7), dueAt: ahead(40), signedAt: null, ladder: [step(1, 'unsigned', 3.3, '副所长')] }],
  ['湖边护栏上有人，先稳住', '静湖东岸', '巡逻 1 组', { urgency: 'LIFE', issuedAt: ago(2.2), signedAt: ago(2), dueAt: ahead(9.8), state: 'signed', ladder: [step(1, 'unmet', 9.8, '指挥长')] }],
  ['上门见人：包*兰', '甲银行珠斯花支行', '那仁、辅警 1 人', { urgency: 'MONEY_IN_MOTION', issuedAt: ago(7.7), signedAt: ago(4.4), dueAt: ahead(22.3), state: 'signed', ladder: [step(1, 'unmet', 22.3, '指挥告警')] }],
  ['上门见人：何*', '珠斯花街道 · 刷单返利 6,800 元', '苏和', { urgency: 'HIGH', issuedAt: ago(17), signedAt: ago(16), dueAt: ahead(13), state: 'signed', ladder: [step(1, 'unmet', 13, '指挥告警')] }],
  ['劝住后 1 天回访：孟*', '电话即可', '苏和', { urgency: 'NORMAL', issuedAt: ago(1000), signedAt: ago(990), dueAt: ahead(164), state: 'signed', ladder: [] }],
  ['夜市 3 区巡逻补位', '夜巡', '辅警 2 人', { urgency: 'NORMAL', issuedAt: ago(46), signedAt: ago(44), dueAt: ahead(420), state: 'signed', ladder: [step(1, 'unmet', 184, '巡逻长')] }],
  ['协查：车站附近寻人线索', '来自科尔沁区分局', '赵铁柱', { urgency: 'NORMAL', issuedAt: ago(310), signedAt: ago(300), dueAt: ahead(290), state: 'extension-asked', ladder: [] }],
  ['告知当事人止付已解除', '书面', '那仁', { urgency: 'NORMAL', issuedAt: ago(260), signedAt: ago(240), dueAt: ahead(1140), state: 'signed', ladder: [] }],
  ['夜市乱拉电线，限期改正', '隐患 · 责任人 市场管理方', '赵铁柱', { urgency: 'NORMAL', issuedAt: ago(2300), signedAt: ago(2200), dueAt: ahead(2880), state: 'signed', ladder: [step(1, 'unmet', 1440, '消防')] }],
  ['调解后 7 天回访：两家排水', '纠纷', '苏和', { urgency: 'NORMAL', issuedAt: ago(2800), signedAt: null, dueAt: ahead(4500), state: 'signed', ladder: [step(1, 'unmet', 4500, '调解室主任')] }],
];

export const orders: Order[] = sketches.map(([title, detail, holder, changes], index) =>
  anOrder({
    id: `o-${index + 10}`,
    number: `ZL-150581-20261122-${String(index + 10).padStart(4, '0')}`,
    title,
    detail,
    to: { unitId: 'u-5', unitName: holder },
    from: { unitId: 'u-1', unitName: index < 2 ? '110' : '市反诈中心' },
    holder: changes.signedAt ? holder : null,
    nextStep: null,
    events: [
      { at: changes.issuedAt ?? ago(5), actor: '市反诈中心 张晓雯', action: 'issued' as const, note: null },
      ...(changes.signedAt ? [{ at: changes.signedAt, actor: holder, action: 'signed' as const, note: null }] : []),
    ],
    ...changes,
  }),
);

export const board: Board = {
  now: new Date().toISOString(),
  orders,
  onDuty: [
    { staffId: 'a', name: '巡逻 1 组', state: 'at-work' },
    { staffId: 'b', name: '那仁', state: 'at-work' },
    { staffId: 'c', name: '苏和', state: 'free' },
    { staffId: 'd', name: '赵铁柱', state: 'free' },
    { staffId: 'e', name: '巡逻 2 组', state: 'free' },
  ],
  today: { signedInTime: [41, 43], metInTime: [12, 13], escalated: 1, exceptions: 1 },
};

export const orderOf = (id: string): Order => orders.find((order) => order.id === id) ?? anOrder({ id });
