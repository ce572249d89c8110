import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { drawAt } from '../../test/draw';
import { server } from '../../test/server';
import { quarantine } from '../../test/worldImports';
import { Quarantine } from './Quarantine';

describe('what came over Kafka and could not be taken', () => {
  it('says where it lies and why, and stays with the reason of today when it is refused again', async () => {
    const asked: string[] = [];
    const record = { ...quarantine.items[0] };
    server.use(
      http.post('*/api/warning/quarantine/:id/:act', ({ params }) => {
        asked.push(`${String(params['id'])} ${String(params['act'])}`);
        return HttpResponse.json(record);
      }),
    );
    drawAt('/desk/imports', '/desk/imports', <Quarantine />);
    const section = await screen.findByRole('region', { name: '消息流里没收下的' });
    expect(await within(section).findByText('warnings 分区 0 位置 4711')).toBeTruthy();
    expect(within(section).getByText('这条消息不是 JSON（UTF-8），请来源方改正后重发。')).toBeTruthy();
    expect(within(section).getByText('连不上消息服务器')).toBeTruthy();
    await userEvent.click(within(section).getByRole('button', { name: '再试一次' }));
    expect(await within(section).findByText('还是收不下，原因见上。')).toBeTruthy();
    await userEvent.click(within(section).getByRole('button', { name: '搁置' }));
    await waitFor(() => expect(asked).toEqual(['q-1 again', 'q-1 set-aside']));
  });

  it('says so where nothing is listened to and nothing waits', async () => {
    server.use(http.get('*/api/warning/quarantine', () => HttpResponse.json({ items: [], next: null, counts: { waiting: 0, taken: 0, setAside: 0 }, streams: [] })));
    drawAt('/desk/imports', '/desk/imports', <Quarantine />);
    expect(await screen.findByText('没有等处理的消息')).toBeTruthy();
    expect(screen.getByText('没有接入消息流；接入由管理员在服务器上设置。')).toBeTruthy();
  });
});
