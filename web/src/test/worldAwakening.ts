import type { AwakeningSession, PaperQuestion } from '../features/warning/awakening/awakeningApi';
import { ago } from './world';

const question = (text: string): PaperQuestion => ({ text, options: ['马上转过去', '自己打 110 问', '先转一半'], chosen: null, right: null, why: null });

const open = (name: AwakeningSession['actions'][number]['name']) => ({ name, open: true, reason: null });

/** A session in its second step, both specialists there. */
export const testing: AwakeningSession = {
  line: { id: 'w-1', episodeId: 'e-1', number: 'YJ-1505-20261122-0001', nameMasked: '包*兰', scamType: 'fake-prosecutor', state: 'testing', step: 'testing', openedAt: ago(12), endedAt: null, specialists: ['张晓雯', '刘建华'] },
  path: 'convinced',
  before: 'disbelieves',
  after: null,
  agreed: [],
  days: null,
  specialists: [
    { staffId: 's-1', name: '张晓雯', number: 'TL0007', since: ago(12), until: null },
    { staffId: 's-2', name: '刘建华', number: 'TL0008', since: ago(11), until: null },
  ],
  questions: [question('对方让您转到“安全账户”，怎么办？'), question('验证码可以告诉谁？')],
  result: null,
  pages: [
    { page: 'own', shown: false },
    { page: 'scam', shown: false },
  ],
  handbook: { own: ['您愿意配合办案，说明您守法。', '真的办案当面出示证件。'], checks: ['自己拨 110 问'], version: 1 },
  video: false,
  events: [
    { at: ago(12), by: '张晓雯', deed: 'open', step: 'listening', detail: null },
    { at: ago(5), by: '刘建华', deed: 'finish', step: 'listening', detail: null },
  ],
  choices: { agreements: ['no-transfer', 'family'], pauses: ['rest'], breakOffs: ['person-left'], days: [1, 7, 30] },
  actions: [open('leave'), open('answer'), { name: 'finish', open: false, reason: '题还没有答完。' }, open('pause'), open('break-off'), { name: 'arrive', open: false, reason: '您已经在场。' }, { name: 'resume', open: false, reason: '现在是第 2 步。' }],
};

export const answered = (session: AwakeningSession, at: number, chosen: number): AwakeningSession => ({
  ...session,
  questions: session.questions.map((each, index) => (index === at ? { ...each, chosen, right: 1, why: '没有一个单位设“安全账户”。' } : each)),
});
