import type { Wallboard } from '../api/deskTypes';
import { ago, ahead } from './world';

const county = (code: string, name: string, open: number, unsigned: number, moneyMoving = 0, life = 0) => ({ code, name, open, unsigned, moneyMoving, life });
const soon = (orderId: string, title: string, where: string, minutes: number, urgency: Wallboard['soonest'][number]['urgency'], ending: string): Wallboard['soonest'][number] => ({
  orderId,
  title,
  where,
  at: minutes < 0 ? ago(-minutes) : ahead(minutes),
  from: ago(minutes < 0 ? 20 : 12),
  state: 'signed',
  urgency,
  then: ending,
});

export const wallboard: Wallboard = {
  now: new Date().toISOString(),
  unit: { name: '通辽市反诈中心' },
  figures: {
    episodesToday: 1907,
    signalsToday: 2418,
    reachedIn5: { n: 924, of: 1000 },
    seenIn30: { n: 881, of: 1000 },
    savedCentsToday: 128_640_000,
    peopleSaved: 83,
    lostAfterPer1000: 3.1,
    trends: { episodes: [3, 4, 4, 6, 5, 6, 5, 6, 8, 7, 9], reached: [88, 89, 90, 89, 91, 90, 90, 92, 92, 91, 92], seen: [82, 83, 84, 83, 85, 86, 87, 88, 88, 88, 88], saved: [4, 5, 4, 6, 5, 7, 6, 9, 7, 8, 9], lost: [5, 4.6, 4.4, 4.2, 4, 3.8, 3.6, 3.4, 3.3, 3.2, 3.1] },
  },
  counties: [
    county('150502', '科尔沁区', 112, 1, 1),
    county('150521', '科左中旗', 34, 0),
    county('150522', '科左后旗', 39, 0),
    county('150523', '开鲁县', 41, 1),
    county('150524', '库伦旗', 17, 0),
    county('150525', '奈曼旗', 29, 0),
    county('150526', '扎鲁特旗', 21, 0),
    county('150581', '霍林郭勒市', 38, 1, 1, 1),
  ],
  soonest: [
    soon('w1', '湖边护栏上有人', '霍林郭勒 · 巡逻 1 组在场', 4.8, 'LIFE', '指挥长'),
    soon('w2', '今日已转 2 笔，拟转 16 万', '科尔沁 明仁', 8.2, 'MONEY_IN_MOTION', '指挥长'),
    soon('w3', '柜面汇款 30 万，人已找到', '霍林郭勒', 17.3, 'MONEY_IN_MOTION', '指挥告警'),
    soon('w4', '刷单返利 12,600 元，未签收', '开鲁县', -10.6, 'HIGH', '县中心'),
    soon('w5', '地名两处相同，未派', '例外', 1.4, 'NORMAL', '值班长选定'),
    soon('w6', '养老诈骗 5 万，三次未接', '奈曼旗 · 村委在找', 3.1, 'HIGH', '指挥告警'),
    soon('w7', '虚假贷款 8,000 元', '科尔沁 西门', 12.7, 'NORMAL', '约定回拨'),
    soon('w8', '冒充客服 4,999 元', '科左中旗', 26.3, 'NORMAL', '第 2 次呼叫'),
  ],
  exceptions: {
    total: 7,
    byKind: [
      { kind: 'routing', count: 3, oldestAt: ago(34) },
      { kind: 'searching', count: 2, oldestAt: ago(12) },
      { kind: 'handing-over', count: 1, oldestAt: ago(6) },
      { kind: 'unsigned', count: 1, oldestAt: ago(9) },
      { kind: 'overdue', count: 0, oldestAt: null },
    ],
  },
  loop: { noticed: 2418, judged: 1907, ordered: 1902, handled: 1571, reported: 1566, measured: 1566 },
};
