import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { drawAt } from '../../test/draw';
import { problem } from '../../test/handlers';
import { server } from '../../test/server';
import { episodeOf } from '../../test/world';
import { EpisodePage } from './EpisodePage';

const draw = () => drawAt('/desk/warnings/e-1', '/desk/warnings/:id', <EpisodePage />);

async function open() {
  draw();
  await userEvent.click(await screen.findByRole('button', { name: /打开资料/ }));
  await screen.findByRole('heading', { level: 1, name: /包玉兰/ });
}

describe('the episode page', () => {
  it('shows a mask until the purpose was sent, and then who looked and why', async () => {
    const asked: unknown[] = [];
    server.events.on('request:start', async ({ request }) => {
      if (request.url.endsWith('/open')) asked.push(await request.clone().json());
    });
    draw();
    expect(await screen.findByRole('heading', { level: 1, name: /包\*兰/ })).toBeTruthy();
    expect(screen.queryByText('包玉兰')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /打开资料/ }));
    expect(await screen.findByText('包玉兰')).toBeTruthy();
    expect(asked).toEqual([{ purpose: 'dissuade' }]);
    expect(screen.getByText(/已按用途“劝阻通话”打开/)).toBeTruthy();
    server.events.removeAllListeners();
  });
  it('asks why what has ended is opened', async () => {
    server.use(http.get('*/api/warning/episodes/e-1', () => HttpResponse.json({ ...episodeOf('e-1'), state: 'closed' })));
    draw();
    expect(await screen.findByLabelText('为什么还要看（已办结，必填）')).toBeTruthy();
  });
  it('keeps the mask and says why when the service refuses', async () => {
    server.use(http.post('*/api/warning/episodes/:id/open', () => problem(403, 'warning.not-yours', '这件由霍林郭勒在办，您不能打开。')));
    draw();
    await userEvent.click(await screen.findByRole('button', { name: /打开资料/ }));
    expect(await screen.findByText('这件由霍林郭勒在办，您不能打开。')).toBeTruthy();
    expect(screen.queryByText('包玉兰')).toBeNull();
  });
  it('dials by the system, shows the caller code and says it in the script', async () => {
    await open();
    await userEvent.click(screen.getAllByRole('button', { name: '拨打' })[0] as HTMLElement);
    expect(await screen.findByText('741 082')).toBeTruthy();
    expect(screen.getByText('绑定尾号 4417')).toBeTruthy();
    await userEvent.keyboard('2');
    expect(screen.getByText(/报741 082，十秒/)).toBeTruthy();
  });
  it('follows belief by the digits', async () => {
    await open();
    await userEvent.keyboard('5');
    expect(screen.getByRole('button', { name: '已转账' }).getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText('第 5 种情形先这样说。')).toBeTruthy();
    await userEvent.keyboard(' ');
    expect(screen.getByText('然后这样说。')).toBeTruthy();
  });
  it('does not record saved money without how one knows', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('*/api/warning/episodes/:id/outcomes', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(episodeOf('e-1'));
      }),
    );
    await open();
    await userEvent.click(screen.getByRole('button', { name: '见到或劝住了' }));
    await userEvent.type(screen.getByLabelText('保住的钱（元）'), '300,000');
    await userEvent.click(screen.getByRole('button', { name: '记下结果' }));
    expect(sent).toEqual([]);
    expect(screen.getAllByText('保住的钱要写凭什么知道').length).toBeGreaterThan(0);
    await userEvent.selectOptions(screen.getByLabelText('凭什么知道'), '银行取消或退回单');
    await userEvent.click(screen.getByRole('button', { name: '记下结果' }));
    await waitFor(() => expect(sent).toEqual([{ kind: 'reached', savedCents: 30_000_000, savedHow: '银行取消或退回单' }]));
  });
  it('takes a routine warning through by keyboard alone, and keeps with the call how it was taken', async () => {
    const ended: unknown[] = [];
    const recorded: unknown[] = [];
    server.use(
      http.post('*/api/warning/episodes/:id/calls/:call/result', async ({ request }) => {
        ended.push(await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
      http.post('*/api/warning/episodes/:id/outcomes', async ({ request }) => {
        recorded.push(await request.json());
        return HttpResponse.json(episodeOf('e-1'));
      }),
    );
    draw();
    await screen.findByRole('button', { name: /打开资料/ });
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('heading', { level: 1, name: /包玉兰/ });
    await screen.findByText(/您没有涉案/);
    await userEvent.keyboard('{Enter}');
    await screen.findByText('741 082');
    await userEvent.keyboard('3 2q');
    await waitFor(() => expect(ended).toEqual([{ result: 'reached', note: '', belief: 'unsure', way: ['disbelieves', 'unsure'], scriptType: 'fake-prosecutor', scriptVersion: 2 }]));
    await waitFor(() => expect(screen.getByRole('button', { name: '见到或劝住了' }).getAttribute('aria-pressed')).toBe('true'));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(recorded).toEqual([{ kind: 'reached', belief: 'unsure' }]));
    expect(screen.getByText('本次已按 7 键，常规上限 12')).toBeTruthy();
  });
  it('shows how far the exchange is, hangs up by a key, and records by Enter what the network says', async () => {
    const asked: string[] = [];
    const made = { id: 'c-1', at: new Date().toISOString(), by: '乌云', own: true, result: null, belief: null, way: [], scriptType: null, scriptVersion: null, rule: null, suggested: null, says: null };
    let line: object = { line: 'ringing' };
    server.use(
      http.get('*/api/warning/episodes/e-1', () => HttpResponse.json({ ...episodeOf('e-1'), calls: { step: 'first', attempts: 0, rule: null, next: null, nextAt: null, made: [{ ...made, ...line }] } })),
      http.post('*/api/warning/episodes/:id/calls', () => HttpResponse.json({ callId: 'c-1', state: 'ringing', callerCode: { code: '741082', lastFour: '4417', validUntil: new Date(Date.now() + 600_000).toISOString() } })),
      http.post('*/api/warning/episodes/:id/calls/:call/:deed', async ({ request, params }) => {
        const body = params.deed === 'result' ? ((await request.json()) as { result: string }).result : '';
        asked.push(`${String(params.deed)} ${body}`.trim());
        line = { line: 'ended', says: '网络答：对方正在通话。', suggested: 'busy' };
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await open();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('对方振铃')).toBeTruthy();
    await userEvent.keyboard('k');
    expect(await screen.findByText('网络答：对方正在通话。')).toBeTruthy();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(asked).toEqual(['hang-up', 'result busy']));
  });
  it('says what to do when a call was not made, and dials again', async () => {
    let dialled = 0;
    const made = { id: 'c-1', at: new Date().toISOString(), by: '乌云', own: true, result: 'not-made', belief: null, way: [], scriptType: null, scriptVersion: null, rule: null, suggested: null, line: 'ended', says: '没有拨出：交换机没有应答。' };
    server.use(
      http.get('*/api/warning/episodes/e-1', () => HttpResponse.json({ ...episodeOf('e-1'), calls: { step: 'first', attempts: 0, rule: null, next: null, nextAt: null, made: [made] } })),
      http.post('*/api/warning/episodes/:id/calls', () => {
        dialled++;
        return HttpResponse.json({ callId: 'c-1', state: 'ringing', callerCode: { code: '741082', lastFour: '4417', validUntil: new Date(Date.now() + 600_000).toISOString() } });
      }),
    );
    await open();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('没有拨出：交换机没有应答。')).toBeTruthy();
    await userEvent.keyboard('d');
    await waitFor(() => expect(dialled).toBe(2));
  });
  it('does not end a call by a letter that is written in the note', async () => {
    const ended: unknown[] = [];
    server.use(
      http.post('*/api/warning/episodes/:id/calls/:call/result', async ({ request }) => {
        ended.push(await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await open();
    await userEvent.keyboard('{Enter}');
    await screen.findByText('741 082');
    await userEvent.keyboard('l');
    await userEvent.keyboard('wmj');
    expect(ended).toEqual([]);
    await userEvent.keyboard('{Escape}w');
    await waitFor(() => expect(ended).toEqual([{ result: 'no-answer', note: 'wmj' }]));
  });
  it('records a loss after the warning only with its amount, and shows what no longer counts as saved', async () => {
    const told: unknown[] = [];
    const closed = { ...episodeOf('e-1'), state: 'closed', followUps: { items: [{ day: 1, dueAt: new Date().toISOString(), asked: true, result: null }], unsavedCents: 0 }, actions: [{ name: 'follow-up', open: true, reason: null }] };
    server.use(
      http.get('*/api/warning/episodes/:id', () => HttpResponse.json(told.length > 0 ? { ...closed, followUps: { ...closed.followUps, unsavedCents: 30_000_000 } } : closed)),
      http.post('*/api/warning/episodes/:id/follow-ups', async ({ request }) => {
        told.push(await request.json());
        return HttpResponse.json(closed);
      }),
    );
    draw();
    expect(await screen.findByText('该问了')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '后来受损' }));
    await userEvent.click(screen.getByRole('button', { name: '记下回访' }));
    expect(told).toEqual([]);
    expect(screen.getAllByText('损失多少还没写').length).toBeGreaterThan(0);
    await userEvent.type(screen.getByLabelText('后来损失（元）'), '50,000');
    await userEvent.click(screen.getByRole('button', { name: '记下回访' }));
    await waitFor(() => expect(told).toEqual([{ result: 'lost', lostCents: 5_000_000 }]));
    expect(await screen.findByText(/原记保住的 300,000(\.00)? 元不再计入/)).toBeTruthy();
  });
  it('never calls the person anything but a potential victim', async () => {
    draw();
    const heading = await screen.findByRole('heading', { level: 1 });
    expect(within(heading).getByText('可能的受害人')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/嫌疑|涉案人员/);
  });
});
