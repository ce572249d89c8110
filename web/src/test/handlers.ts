import { http, HttpResponse } from 'msw';
import { ahead } from './world';
import { testing } from './worldAwakening';
import { imports, quarantine, rejects } from './worldImports';
import { auditEntries, clients, exportRequests, ladders, messages, routing, ruleVersions, sessions, shifts, staff, trial, unitDetail, units } from './worldDesk';
import { scriptPreview, scriptTypes, scriptVersions, spoken } from './worldScripts';
import { behind, comparisons, figureBoard } from './worldFigures';
import { wallboard } from './worldWall';
import { board, orderOf, orders } from './worldOrders';
import { anOrder, episodeCounts, episodeOf, me, orderCounts, rows, signInOptions } from './world';

const beat = (): Response => new Response(`event: beat\ndata: ${JSON.stringify({ serverTime: new Date().toISOString() })}\n\n`, { headers: { 'Content-Type': 'text/event-stream' } });

export const problem = (status: number, code: string, detail: string) =>
  HttpResponse.json({ type: 'about:blank', title: code, status, code, detail }, { status, headers: { 'Content-Type': 'application/problem+json' } });

/** The service as far as the pages need it, answering from the invented world. */
export const handlers = [
  http.get('*/api/organisation/sign-in', () => HttpResponse.json(signInOptions)),
  http.get('*/api/organisation/me', () => HttpResponse.json({ ...me, serverTime: new Date().toISOString() })),
  http.post('*/api/organisation/sign-in', async ({ request }) => {
    const body = (await request.json()) as { account: string; password: string };
    const known = signInOptions.signIns.find((seat) => seat.name === body.account && seat.password === body.password);
    return known ? HttpResponse.json(me) : problem(401, 'organisation.sign-in-failed', '账号或密码不对。');
  }),
  http.post('*/api/organisation/sign-out', () => new HttpResponse(null, { status: 204 })),
  http.get('*/api/live/events', beat),
  http.get('*/api/indicator/figures', ({ request }) => HttpResponse.json(figureBoard(new URL(request.url).searchParams))),
  http.get('*/api/indicator/rows', () => HttpResponse.json(behind)),
  http.get('*/api/indicator/comparisons', () => HttpResponse.json(comparisons)),
  http.get('*/api/order/counts', () => HttpResponse.json(orderCounts)),
  http.post('*/api/order/take-next', () => HttpResponse.json({ order: anOrder() })),
  http.get('*/api/warning/episodes/counts', () => HttpResponse.json(episodeCounts)),
  http.get('*/api/warning/episodes', ({ request }) => {
    const view = new URL(request.url).searchParams.get('view');
    const items = view === 'exceptions' ? rows.filter((row) => row.place === null) : rows;
    return HttpResponse.json({ items, next: view === 'centre' ? 'more' : null });
  }),
  http.get('*/api/warning/episodes/:id', ({ params }) => HttpResponse.json(episodeOf(String(params['id'])))),
  http.post('*/api/warning/episodes/:id/open', () =>
    HttpResponse.json({
      name: '包玉兰',
      nationalId: '1505**********0017',
      phones: [
        { id: 'ph-1', masked: '139****4417', owner: '本人' },
        { id: 'ph-2', masked: '151****8130', owner: '女儿' },
      ],
      address: '霍林郭勒市珠斯花街道润泽小区',
      fields: { 数据来源: '国家平台', 预警描述: '与假检察院号码通话 47 分钟', 经办网点: '甲银行珠斯花支行' },
      signals: [{ id: 'g-1', description: '客户边通话边要求汇 300,000 元' }],
    }),
  ),
  http.post('*/api/warning/episodes/:id/calls', () => HttpResponse.json({ callId: 'c-1', callerCode: { code: '741082', lastFour: '4417', validUntil: ahead(7.8) }, state: 'connected' })),
  http.post('*/api/warning/episodes/:id/calls/:call/result', () => new HttpResponse(null, { status: 204 })),
  http.post('*/api/warning/episodes/:id/caller-codes', () => HttpResponse.json({ code: '741082', lastFour: '4417', validUntil: ahead(7.8) })),
  http.post('*/api/warning/episodes/:id/outcomes', ({ params }) => HttpResponse.json(episodeOf(String(params['id'])))),
  http.post('*/api/warning/episodes/:id/stop-requests', ({ params }) => HttpResponse.json(episodeOf(String(params['id'])))),
  http.post('*/api/warning/episodes/:id/tracks', ({ params }) => HttpResponse.json(episodeOf(String(params['id'])))),
  http.post('*/api/warning/tracks/:id/report', ({ params }) => HttpResponse.json({ orderId: params['id'], result: 'found' })),
  http.get('*/api/organisation/units', ({ request }) => {
    const parent = new URL(request.url).searchParams.get('parent');
    return HttpResponse.json({ items: units.filter((unit) => unit.parentId === parent), next: null });
  }),
  http.get('*/api/organisation/units/:id', () => HttpResponse.json({ ...unitDetail, unit: units[0] })),
  http.get('*/api/organisation/staff', () => HttpResponse.json({ items: staff, next: null })),
  http.get('*/api/organisation/sessions', () => HttpResponse.json({ items: sessions, next: null })),
  http.get('*/api/organisation/duty', ({ request }) => HttpResponse.json({ items: shifts(new URL(request.url).searchParams.get('from') ?? '') })),
  http.post('*/api/organisation/duty', () => new HttpResponse(null, { status: 201 })),
  http.get('*/api/organisation/clients', () => HttpResponse.json({ items: clients, scopes: ['warning:submit'] })),
  http.post('*/api/organisation/clients', () => HttpResponse.json({ token: 'lx_told-once' }, { status: 201 })),
  http.post('*/api/organisation/me/second-factor', () => HttpResponse.json({ uri: 'otpauth://totp/Lianxin:clerk?secret=JBSWY3DPEHPK3PXP&issuer=Lianxin', secret: 'JBSWY3DPEHPK3PXP' })),
  http.get('*/api/order/ladders', () => HttpResponse.json({ items: ladders })),
  http.put('*/api/order/ladders/:id', () => HttpResponse.json({ ...ladders[1], version: 4 })),
  http.post('*/api/order/orders', () => HttpResponse.json(anOrder(), { status: 201 })),
  http.get('*/api/warning/routing', () => HttpResponse.json({ items: routing, next: null })),
  http.get('*/api/warning/rules', () => HttpResponse.json({ items: ruleVersions })),
  http.post('*/api/warning/rules', () => HttpResponse.json(ruleVersions[0])),
  http.post('*/api/warning/rules/:version/try', () => HttpResponse.json(trial)),
  http.post('*/api/warning/rules/:version/live', () => HttpResponse.json(ruleVersions[0])),
  http.get('*/api/warning/episodes/:id/awakenings', () => HttpResponse.json({ items: [] })),
  http.get('*/api/warning/awakenings', () => HttpResponse.json({ items: [testing.line] })),
  http.get('*/api/warning/awakenings/:id', () => HttpResponse.json(testing)),
  http.get('*/api/warning/scripts', () => HttpResponse.json({ items: scriptTypes })),
  http.get('*/api/warning/scripts/:type', () => HttpResponse.json(spoken)),
  http.get('*/api/warning/scripts/:type/versions', () => HttpResponse.json({ items: scriptVersions })),
  http.post('*/api/warning/scripts/preview', () => HttpResponse.json(scriptPreview)),
  http.post('*/api/warning/scripts/:type/versions', () => HttpResponse.json({ ...scriptVersions[0], version: 4 })),
  http.post('*/api/warning/scripts/:type/versions/:version/live', () => HttpResponse.json(scriptVersions[1])),
  http.get('*/api/audit/entries', () => HttpResponse.json({ items: auditEntries, next: null })),
  http.get('*/api/audit/state', () => HttpResponse.json({ size: 90_412, root: '9f2c7a41d0b1e6aa53c0f4be11d27a0c5d90e2f1aa734bc0197e52d1c3b8a6f4', signedAt: new Date().toISOString(), publicKey: 'MCowBQYDK2VwAyEAkT3m0c9xq1uL2y1', unsequenced: 3, massReadings: 1 })),
  http.get('*/api/audit/heads', () => HttpResponse.json({ items: [], next: null })),
  http.get('*/api/notification/simulator', () => HttpResponse.json({ items: messages, next: null })),
  http.get('*/api/warning/wallboard', () => HttpResponse.json(wallboard)),
  http.get('*/api/warning/imports', () => HttpResponse.json({ items: imports, next: null })),
  http.post('*/api/warning/imports', () => HttpResponse.json({ id: 'i-1' }, { status: 202 })),
  http.get('*/api/warning/imports/:id', ({ params }) => HttpResponse.json(imports.find((each) => each.id === params['id']) ?? imports[0])),
  http.get('*/api/warning/imports/:id/rejects', () => HttpResponse.json(rejects)),
  http.post('*/api/warning/imports/:id/:act', () => new HttpResponse(null, { status: 204 })),
  http.get('*/api/warning/quarantine', () => HttpResponse.json(quarantine)),
  http.get('*/api/warning/exports', () => HttpResponse.json({ items: exportRequests, next: null })),
  http.get('*/api/order/inbox', () => HttpResponse.json({ items: orders, next: null })),
  http.get('*/api/order/board', () => HttpResponse.json(board)),
  http.get('*/api/order/orders/:id', ({ params }) => HttpResponse.json(orderOf(String(params['id'])))),
  http.post('*/api/order/orders/:id/:act', ({ params }) => HttpResponse.json(orderOf(String(params['id'])))),
  http.get('*/api/place/divisions', () =>
    HttpResponse.json({ items: ['科尔沁区', '科左中旗', '科左后旗', '开鲁县', '库伦旗', '奈曼旗', '扎鲁特旗', '霍林郭勒市'].map((name, index) => ({ code: ['150502', '150521', '150522', '150523', '150524', '150525', '150526', '150581'][index], name })) }),
  ),
  http.post('*/api/public/verify', async ({ request }) => {
    const body = (await request.json()) as { code: string; lastFour: string };
    return HttpResponse.json(
      body.code === '483917' && body.lastFour === '5521'
        ? { genuine: true, unitName: '通辽市反诈中心', staffNumberTail: '17', purpose: '劝阻', at: new Date().toISOString() }
        : { genuine: false, triesLeft: 2 },
    );
  }),
];
