import { beliefs, type Script, type ScriptInUse, type ScriptVersion, type Spoken } from '../features/warning/scriptApi';
import { ago } from './world';

const answer = (question: string, said: string) => ({ question, answer: said });

const script: Script = {
  title: '冒充公检法',
  what: '对方自称公检法，说您涉案，让您把钱转到“安全账户”。',
  steps: ['来电说您涉案', '发来“通缉令”', '叫您保密，转到“安全账户”'],
  opening: '您好，我是{unit}的{caller}。您没有涉案，请先别转账。',
  branches: Object.fromEntries(beliefs.map((each, index) => [each, index === 1 ? ['钱先放在自己卡里，打开{page}，报{code}，十秒就知道真假。', '真的单位不怕您核实。', '他敢不敢让您查？'] : [`第 ${index + 1} 种情形先这样说。`, '然后这样说。']])) as Script['branches'],
  answers: [answer('我怎么知道你是警察？', '打开{page}，填{code}。'), answer('他们叫我保密。', '要您瞒着家人的，就要当心。'), answer('通缉令上有我的照片。', '图谁都能做。'), answer('我先转了再说。', '不急这十分钟。')],
  questions: Array.from({ length: 8 }, (_, index) => `第 ${index + 1} 问：是不是让您转账？`),
  manner: ['慢，短句。', '不责备。'],
};

export const spoken: Spoken = { scamType: 'fake-prosecutor', version: 2, script };

export const scriptTypes: ScriptInUse[] = [
  { scamType: 'fake-prosecutor', title: '冒充公检法', version: 2, since: ago(600), by: '孟立新', draft: 3 },
  { scamType: 'order-brushing', title: '刷单返利', version: 1, since: ago(9000), by: 'lianxin', draft: null },
];

const version = (number: number, state: ScriptVersion['state'], base: number, reason: string | null): ScriptVersion => ({
  version: number,
  state,
  base,
  content: `# 冒充公检法\n\n## 开场\n第 ${number} 版`,
  madeAt: ago(800 - number),
  madeBy: '孟立新',
  since: state === 'draft' ? null : ago(700 - number),
  by: state === 'draft' ? null : '孟立新',
  reason,
});

export const scriptVersions: ScriptVersion[] = [version(3, 'draft', 2, null), version(2, 'live', 1, '按省厅通报改了开场'), version(1, 'retired', 0, '随产品提供的第 1 版')];

export const scriptPreview = { script, flaws: [] };
