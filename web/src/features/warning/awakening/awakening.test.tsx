import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { drawAt } from '../../../test/draw';
import { problem } from '../../../test/handlers';
import { server } from '../../../test/server';
import { episodeOf } from '../../../test/world';
import { answered, testing } from '../../../test/worldAwakening';
import { EpisodePage } from '../EpisodePage';
import { AwakeningDoor } from './AwakeningDoor';
import { AwakeningRoom } from './AwakeningRoom';
import type { AwakeningSession } from './awakeningApi';

const draw = () => drawAt('/desk/awakening/w-1', '/desk/awakening/:id', <AwakeningRoom />);
const shows = (session: AwakeningSession) => server.use(http.get('*/api/warning/awakenings/:id', () => HttpResponse.json(session)));
const agreeing: AwakeningSession = { ...testing, line: { ...testing.line, state: 'agreeing', step: 'agreeing' }, actions: [{ name: 'finish', open: true, reason: null }] };

describe('the awakening room', () => {
  it('is entered from the episode by one key', async () => {
    server.use(http.get('*/api/warning/episodes/:id', () => HttpResponse.json({ ...episodeOf('e-1'), actions: [{ name: 'awaken', open: true, reason: null }] })));
    const { router } = drawAt('/desk/warnings/e-1', '/desk/warnings/:id', <EpisodePage />);
    await screen.findByRole('button', { name: /请到唤醒室/ });
    await userEvent.keyboard('a');
    expect(router.state.location.pathname).toBe('/desk/warnings/e-1/awakening');
  });
  it('begins only after its door has said that it is voluntary', async () => {
    const asked: unknown[] = [];
    server.use(
      http.get('*/api/warning/episodes/:id', () => HttpResponse.json({ ...episodeOf('e-1'), actions: [{ name: 'awaken', open: true, reason: null }] })),
      http.post('*/api/warning/episodes/:id/awakenings', async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json(testing);
      }),
    );
    const { router } = drawAt('/desk/warnings/e-1/awakening', '/desk/warnings/:id/awakening', <AwakeningDoor />);
    expect(await screen.findByText('来这里是自愿的，随时可以走。')).toBeTruthy();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(asked).toEqual([{ told: true }]));
    await waitFor(() => expect(router.state.location.pathname).toBe('/desk/awakening/w-1'));
  });
  it('shows the reason of an answer only after it, and goes on by Enter', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('*/api/warning/awakenings/:id/answers', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(answered(testing, 0, 0));
      }),
    );
    draw();
    await screen.findByText('对方让您转到“安全账户”，怎么办？');
    expect(screen.queryByText(/没有一个单位/)).toBeNull();
    await userEvent.keyboard('1');
    expect(await screen.findByText(/没有一个单位/)).toBeTruthy();
    expect(sent).toEqual([{ question: 0, option: 0 }]);
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('验证码可以告诉谁？')).toBeTruthy();
    expect(screen.queryByText(/没有一个单位/)).toBeNull();
  });
  it('lets who is not there look only, and says what to do first', async () => {
    const notThere = '请先在自己的座位上确认“我在场”。不在场的只能看。';
    const asked: unknown[] = [];
    shows({ ...testing, specialists: testing.specialists.slice(1), actions: [{ name: 'arrive', open: true, reason: null }, { name: 'answer', open: false, reason: notThere }, { name: 'pause', open: false, reason: notThere }] });
    server.use(
      http.post('*/api/warning/awakenings/:id/answers', () => problem(409, 'warning.awakening-not-there', notThere)),
      http.post('*/api/warning/awakenings/:id/presence', async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json(testing);
      }),
    );
    draw();
    expect(await screen.findByText('等第二位专员')).toBeTruthy();
    expect(screen.getByText(notThere)).toBeTruthy();
    await userEvent.keyboard('i');
    await waitFor(() => expect(asked).toEqual([{ present: true }]));
    await waitFor(() => expect(screen.queryByText('等第二位专员')).toBeNull());
  });
  it('ends with how the person stands and a day, never without', async () => {
    const sent: unknown[] = [];
    shows(agreeing);
    server.use(
      http.post('*/api/warning/awakenings/:id/steps', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ ...agreeing, line: { ...agreeing.line, state: 'done', endedAt: new Date().toISOString() }, after: 'believes', days: 7, agreed: ['family'], result: { right: 4, of: 5 } });
      }),
    );
    draw();
    await userEvent.click(await screen.findByRole('button', { name: '告诉一位家人' }));
    await userEvent.click(screen.getByRole('button', { name: /约定好了/ }));
    expect(screen.getAllByText('还没选当事人现在信不信').length).toBeGreaterThan(0);
    expect(sent).toEqual([]);
    await userEvent.keyboard('18');
    await userEvent.click(screen.getByRole('button', { name: /约定好了/ }));
    await waitFor(() => expect(sent).toEqual([{ step: 'agreeing', after: 'believes', agreed: ['family'], days: 7 }]));
    expect(await screen.findByText('四步都做完了')).toBeTruthy();
    expect(screen.getByText(/5 题答对 4 题。 分数只说明这份题，不评价人。/)).toBeTruthy();
  });
  it('says honestly where there is no video', async () => {
    shows({ ...testing, line: { ...testing.line, state: 'reading', step: 'reading' }, pages: [{ page: 'scam', shown: false }] });
    draw();
    expect(await screen.findByText(/本机没有这类骗局的视频。管理员可以放入 videos\/fake-prosecutor.mp4。/)).toBeTruthy();
  });
});
