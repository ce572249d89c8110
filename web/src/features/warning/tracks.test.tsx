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
