import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { drawAt } from '../../test/draw';
import { ladders } from '../../test/worldDesk';
import { me } from '../../test/world';
import { server } from '../../test/server';
import { BoardPage } from './BoardPage';
import { LaddersPage } from './LaddersPage';

describe('an order by hand', () => {
  it('names what is missing before anything is sent', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('*/api/order/orders', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({}, { status: 201 });
      }),
    );
    drawAt('/desk/orders', '/desk/orders', <BoardPage />);
    await screen.findByText('湖边护栏上有人，先稳住');
    await userEvent.keyboard('n');
    const dialog = await screen.findByRole('dialog', { hidden: true });
    await userEvent.click(within(dialog).getByRole('button', { name: '下达', hidden: true }));
    expect(within(dialog).getByText('还没写做什么')).toBeTruthy();
    expect(within(dialog).getByText('还没选单位')).toBeTruthy();
    expect(sent).toEqual([]);
  });
});

describe('a ladder', () => {
  it('is saved as the next version of the one that was changed', async () => {
    const sent: { version: number; steps: { afterSeconds: number }[] }[] = [];
    server.use(
      http.get('*/api/organisation/me', () => HttpResponse.json({ ...me, roles: ['RULE_KEEPER'] })),
      http.put('*/api/order/ladders/:id', async ({ request }) => {
        sent.push((await request.json()) as { version: number; steps: { afterSeconds: number }[] });
        return HttpResponse.json({ ...ladders[1], version: 4 });
      }),
    );
    drawAt('/desk/ladders', '/desk/ladders', <LaddersPage />);
    const card = await screen.findByRole('region', { name: '高危预警 · 上门' });
    await userEvent.click(await within(card).findByRole('button', { name: '改这把梯子' }));
    const dialog = await screen.findByRole('dialog', { hidden: true });
    const minutes = within(dialog).getAllByRole('textbox', { hidden: true });
    await userEvent.clear(minutes[0] as HTMLElement);
    await userEvent.type(minutes[0] as HTMLElement, '3');
    await userEvent.click(within(dialog).getByRole('button', { name: '另存为第 4 版', hidden: true }));
    await waitFor(() => expect(sent.map((each) => [each.version, each.steps.map((step) => step.afterSeconds)])).toEqual([[3, [180, 1800]]]));
    expect(await screen.findByText(/已存成第 4 版/)).toBeTruthy();
  });
  it('is not offered for change to anybody but the keeper of rules', async () => {
    server.use(http.get('*/api/organisation/me', () => HttpResponse.json({ ...me, roles: ['WARNING_CLERK'] })));
    drawAt('/desk/ladders', '/desk/ladders', <LaddersPage />);
    await screen.findByRole('region', { name: '高危预警 · 上门' });
    expect(screen.queryByRole('button', { name: '改这把梯子' })).toBeNull();
    expect(screen.getByText('由规则管理员修改。')).toBeTruthy();
  });
});
