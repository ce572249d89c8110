import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { drawAt } from '../../test/draw';
import { ladders } from '../../test/worldDesk';
import { ahead, anOrder, me } from '../../test/world';
import { server } from '../../test/server';
import { BoardPage } from './BoardPage';
import { LaddersPage } from './LaddersPage';
import { OrderPage } from './OrderPage';

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

describe('an order', () => {
  const draw = () => drawAt('/desk/orders/o-1', '/desk/orders/:id', <OrderPage />);
  it('says what happened in words, by the names of the service', async () => {
    server.use(
      http.get('*/api/order/orders/:id', () =>
        HttpResponse.json(
          anOrder({
            events: [
              { at: ahead(-5), actor: '通辽市反诈中心', action: 'issued', note: null },
              { at: ahead(-4), actor: '那仁', action: 'signed', note: null },
              { at: ahead(-3), actor: 'order.ladder', action: 'alarm', note: '指挥中心' },
              { at: ahead(-2), actor: '那仁', action: 'met', note: 'reached' },
            ],
          }),
        ),
      ),
    );
    draw();
    expect(await screen.findByText(/系统/)).toBeTruthy();
    expect(document.body.textContent).toMatch(/那仁 签收.*系统 到点告警 指挥中心.*那仁 办结 见到或劝住了/);
  });
  it('to stop a payment opens its accounts for whoever signed, and not before they ask', async () => {
    const payment = { id: 'p-1', paidAt: ahead(-6), amountCents: 5_000_000, fromBank: '甲银行', fromAccount: '6222021234567890', toBank: null, toAccount: '6217009876543210', toName: null };
    server.use(
      http.get('*/api/order/orders/:id', () => HttpResponse.json(anOrder({ kind: 'stop-payment', state: 'signed', actions: [{ name: 'report', open: true, reason: null }] }))),
      http.post('*/api/warning/stop-orders/:id/accounts', () => HttpResponse.json({ items: [payment] })),
    );
    draw();
    const open = await screen.findByRole('button', { name: '打开账号' });
    expect(screen.queryByText(/6217009876543210/)).toBeNull();
    await userEvent.click(open);
    expect(await screen.findByText('甲银行 6222021234567890')).toBeTruthy();
    expect(screen.getByText('6217009876543210')).toBeTruthy();
  });
  it('is prolonged only by whoever knows until when it was asked for', async () => {
    const sent: unknown[] = [];
    const asked = { until: '2026-11-22T16:00:00Z', reason: '人在外地' };
    server.use(
      http.get('*/api/order/orders/:id', () => HttpResponse.json(anOrder({ state: 'extension-asked', asked, actions: [{ name: 'extension-decision', open: true, reason: null }] }))),
      http.post('*/api/order/orders/:id/extension/decision', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(anOrder());
      }),
    );
    draw();
    await userEvent.click(await screen.findByRole('button', { name: '决定延期' }));
    const dialog = await screen.findByRole('dialog', { hidden: true });
    expect(within(dialog).getByText(/申请延到 2026-11-23 00:00/)).toBeTruthy();
    await userEvent.type(within(dialog).getByLabelText('原因'), '可以');
    await userEvent.click(within(dialog).getByRole('button', { name: '不同意', hidden: true }));
    await waitFor(() => expect(sent).toEqual([{ grant: false, reason: '可以' }]));
  });
});
