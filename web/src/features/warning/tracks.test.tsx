import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { axeFindings } from '../../test/axe';
import { drawAt } from '../../test/draw';
import { problem } from '../../test/handlers';
import { server } from '../../test/server';
import { ahead, ago, episodeOf, searchOf } from '../../test/world';
import { EpisodePage } from './EpisodePage';

const draw = () => drawAt('/desk/warnings/e-1', '/desk/warnings/:id', <EpisodePage />);

function openings(): unknown[] {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/warning/episodes/:id/tracks', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(episodeOf('e-1'));
    }),
  );
  return sent;
}

describe('the search on every way', () => {
  it('is opened by one key and Enter; family is left out unless it is chosen', async () => {
    const sent = openings();
    draw();
    await screen.findByRole('heading', { level: 1, name: /包\*兰/ });
    await userEvent.keyboard('f');
    expect(await screen.findByRole('heading', { name: '多路一起找' })).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(sent).toEqual([{ tracks: [{ track: 'other-numbers' }, { track: 'patrol' }, { track: 'committee' }, { track: 'work-unit' }, { track: 'bank' }] }]));
    await waitFor(() => expect(screen.queryByRole('heading', { name: '多路一起找' })).toBeNull());
  });
  it('does not ask family without a basis, and sends the basis with its words', async () => {
    const sent = openings();
    draw();
    await screen.findByRole('heading', { level: 1, name: /包\*兰/ });
    await userEvent.keyboard('f');
    for (const box of await screen.findAllByRole('checkbox')) await userEvent.click(box);
    await userEvent.click(screen.getByRole('button', { name: /同时开 1 路/ }));
    expect(sent).toEqual([]);
    expect(screen.getByText('联系家属要先选依据')).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('联系家属的依据'), 'consent');
    await userEvent.type(screen.getByLabelText('怎么同意的，或哪条法律'), '上次回访时同意');
    await userEvent.click(screen.getByRole('button', { name: /同时开 1 路/ }));
    await waitFor(() => expect(sent).toEqual([{ tracks: [{ track: 'family', basis: 'consent', words: '上次回访时同意' }] }]));
  });
  it('says why it was not opened', async () => {
    server.use(http.post('*/api/warning/episodes/:id/tracks', () => problem(422, 'warning.track-no-partner', '只能请协作单位走这一路。')));
    draw();
    await screen.findByRole('heading', { level: 1, name: /包\*兰/ });
    await userEvent.keyboard('f');
    await screen.findByRole('heading', { name: '多路一起找' });
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('只能请协作单位走这一路。')).toBeTruthy();
  });
  it('shows on each ended track who found the person, and reports from the strip', async () => {
    const reported: string[] = [];
    const words = '已找到，任务结束：通辽市反诈中心 张晓雯，打通本人电话';
    const search = searchOf({
      since: ago(3),
      until: ahead(27),
      familyBasis: { basis: 'danger', by: '张晓雯', at: ago(3) },
    });
    const tracks = search.tracks.map((line) =>
      line.track === 'patrol' ? { ...line, state: 'ended' as const, words } : line.track === 'family' ? { ...line, state: 'running' as const, orderId: 'o-9', who: '张晓雯', report: true } : line,
    );
    server.use(
      http.get('*/api/warning/episodes/e-1', () => HttpResponse.json({ ...episodeOf('e-1'), search: { ...search, tracks } })),
      http.post('*/api/warning/tracks/:id/report', ({ params }) => {
        reported.push(String(params['id']));
        return HttpResponse.json({ orderId: params['id'], result: 'found' });
      }),
    );
    draw();
    const strip = await screen.findByRole('region', { name: '多路找人' });
    expect(within(strip).getByText(words)).toBeTruthy();
    expect(within(strip).getByText('依据：财产安全紧急，来不及问本人，张晓雯 记')).toBeTruthy();
    await userEvent.click(within(strip).getByRole('button', { name: '家属：找到了' }));
    await waitFor(() => expect(reported).toEqual(['o-9']));
    expect(await axeFindings()).toEqual([]);
  });
});

describe('money that is gone', () => {
  it('is written down with one key; only the time is needed, and it is filled in', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('*/api/warning/episodes/:id/stop-requests', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(episodeOf('e-1'));
      }),
    );
    draw();
    await userEvent.click(await screen.findByRole('button', { name: /打开资料/ }));
    await screen.findByRole('heading', { level: 1, name: /包玉兰/ });
    await userEvent.keyboard('{Alt>}z{/Alt}');
    const amount = await screen.findByLabelText('转出金额（元）');
    expect((amount as HTMLInputElement).value).toBe('300,000');
    await userEvent.clear(amount);
    await userEvent.type(amount, '50,000');
    await userEvent.type(screen.getByLabelText('转到哪个账号'), '6217009876543210{Enter}');
    await waitFor(() => expect(sent).toEqual([{ paidAt: expect.any(String) as string, amountCents: 5_000_000, toAccount: '6217009876543210' }]));
  });
  it('stays in sight with its clock, and says when nobody is on duty for it', async () => {
    const request = { id: 's-1', askedAt: ago(2), by: '张晓雯', paidAt: ago(9), amountCents: null, orderId: 'o-7', state: 'issued', unit: '通辽市反诈中心', onDuty: false, holder: null, dueAt: ahead(28) };
    server.use(http.get('*/api/warning/episodes/e-1', () => HttpResponse.json({ ...episodeOf('e-1'), state: 'closed', stopRequests: [request] })));
    draw();
    const panel = await screen.findByRole('region', { name: '紧急止付' });
    expect(within(panel).getByText('等签收')).toBeTruthy();
    expect(within(panel).getByText('没有值守的止付席，由通辽市反诈中心自己办。')).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });
});

describe('what was tried before', () => {
  it('is shown once the person is opened, with what worked', async () => {
    const earlier = { episodeId: 'e-9', number: 'YJ-1505-20260902-0007', at: ago(80 * 1440), scamTypeName: '刷单返利', state: 'closed', tried: [{ what: '电话无人接听', count: 2 }], worked: '上门见到', beliefs: ['disbelieves', 'believes'], outcome: 'reached', savedCents: 0, lostCents: 1_200_000, lostLater: true };
    server.use(http.post('*/api/warning/episodes/:id/open', () => HttpResponse.json({ name: '包玉兰', nationalId: null, phones: [], address: null, fields: {}, signals: [], earlier: [earlier] })));
    draw();
    await userEvent.click(await screen.findByRole('button', { name: /打开资料/ }));
    const before = await screen.findByRole('region', { name: '以往' });
    expect(within(before).getByText('上次有效：上门见到')).toBeTruthy();
    expect(within(before).getByText('信不信：不相信 → 相信')).toBeTruthy();
    expect(within(before).getByText('劝住后仍然受损')).toBeTruthy();
    expect(before.textContent).toContain('电话无人接听 × 2');
  });
});
