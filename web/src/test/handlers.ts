import { http, HttpResponse } from 'msw';
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
  http.get('*/api/order/counts', () => HttpResponse.json(orderCounts)),
  http.post('*/api/order/take-next', () => HttpResponse.json({ order: anOrder() })),
  http.get('*/api/warning/episodes/counts', () => HttpResponse.json(episodeCounts)),
  http.get('*/api/warning/episodes', ({ request }) => {
    const view = new URL(request.url).searchParams.get('view');
    const items = view === 'exceptions' ? rows.filter((row) => row.place === null) : rows;
    return HttpResponse.json({ items, next: view === 'centre' ? 'more' : null });
  }),
  http.get('*/api/warning/episodes/:id', ({ params }) => HttpResponse.json(episodeOf(String(params['id'])))),
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
