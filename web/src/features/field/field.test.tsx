import 'fake-indexeddb/auto';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import enField from '../../messages/en/field.json';
import zhField from '../../messages/zh/field.json';
import i18next from 'i18next';
import { axeFindings } from '../../test/axe';
import { drawAt } from '../../test/draw';
import { problem } from '../../test/handlers';
import { server } from '../../test/server';
import { ago, anOrder } from '../../test/world';
import { OrderListPage } from './OrderListPage';
import { OrderScreen } from './OrderScreen';
import { OutboxPage } from './OutboxPage';
import { sendAll, store, writeDown } from './outbox';

beforeEach(async () => {
  i18next.addResourceBundle('zh', 'field', zhField, true, true);
  i18next.addResourceBundle('en', 'field', enField, true, true);
  await store.mutations.clear();
  await store.kept.clear();
});

const sign = () => writeDown('sign', '上门见人', '/api/order/orders/o-1/sign', {}, 'o-1');
const state = async () => (await store.mutations.toArray())[0];

describe('the outbox of the field', () => {
  it('keeps a mutation while there is no line and sends it with the same key afterwards', async () => {
    const keys: (string | null)[] = [];
    server.use(http.post('*/api/order/orders/:id/sign', () => HttpResponse.error(), { once: true }));
    const key = await sign();
    await waitFor(async () => expect((await state())?.state).toBe('stored'));
    server.use(
      http.post('*/api/order/orders/:id/sign', ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return HttpResponse.json({ number: 'ZL-150581-20261122-0001' });
      }),
    );
    await sendAll();
    expect(keys).toEqual([key]);
    expect(await state()).toMatchObject({ state: 'received', receipt: 'ZL-150581-20261122-0001' });
  });
  it('keeps what the service sends back, with the reason', async () => {
    server.use(http.post('*/api/order/orders/:id/sign', () => problem(409, 'order.signed-by-other', '这条 14:31 已由苏和签收。')));
    await sign();
    await waitFor(async () => expect(await state()).toMatchObject({ state: 'returned', why: '这条 14:31 已由苏和签收。' }));
    drawAt('/field/outbox', '/field/outbox', <OutboxPage />);
    expect(await screen.findByText(/已由苏和签收/)).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });
});

describe('the list of the field', () => {
  it('puts life and money first and can be signed for', async () => {
    drawAt('/field', '/field', <OrderListPage />);
    const cards = await screen.findAllByRole('article');
    expect(cards[0]?.textContent).toContain('湖边护栏上有人');
    await userEvent.click(screen.getAllByRole('button', { name: '签收' })[0] as HTMLElement);
    await waitFor(async () => expect((await store.mutations.toArray())[0]?.name).toBe('sign'));
    expect(await axeFindings()).toEqual([]);
  });
  it('shows the kept list with its age when the line is gone', async () => {
    const first = drawAt('/field', '/field', <OrderListPage />);
    await screen.findAllByRole('article');
    first.unmount();
    server.use(http.get('*/api/order/inbox', () => HttpResponse.error()));
    drawAt('/field', '/field', <OrderListPage />);
    expect((await screen.findAllByRole('article')).length).toBeGreaterThan(5);
    expect(await screen.findByText(/没网 · 列表停在/)).toBeTruthy();
  });
});

describe('what ended meanwhile', () => {
  it('stays on the list for a while, with who found the person', async () => {
    const words = '已找到，任务结束：通辽市反诈中心 张晓雯，打通本人电话';
    const ended = [
      anOrder({ id: 'o-61', kind: 'search', state: 'withdrawn', ended: { at: ago(1), outcome: 'withdrawn', words } }),
      anOrder({ id: 'o-62', kind: 'search', state: 'withdrawn', ended: { at: ago(90), outcome: 'withdrawn', words: '早就结束' } }),
    ];
    server.use(http.get('*/api/order/inbox', ({ request }) => HttpResponse.json({ items: new URL(request.url).searchParams.get('state') === 'done-today' ? ended : [], next: null })));
    drawAt('/field', '/field', <OrderListPage />);
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByText('早就结束')).toBeNull();
    expect(await axeFindings()).toEqual([]);
  });
});

describe('one order in the field', () => {
  it('stays covered until it is opened for the visit', async () => {
    drawAt('/field/orders/o-13', '/field/orders/:id', <OrderScreen />);
    expect(await screen.findByText('139****4417')).toBeTruthy();
    expect(screen.queryByText('包玉兰')).toBeNull();
    await userEvent.click(await screen.findByRole('button', { name: '打开资料' }));
    expect(await screen.findByText('包玉兰')).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });
  it('does not keep saved money without how one knows', async () => {
    drawAt('/field/orders/o-13?tab=outcome', '/field/orders/:id', <OrderScreen />);
    await userEvent.click(await screen.findByRole('button', { name: /劝住了/ }));
    await userEvent.click(screen.getByRole('button', { name: '存下结果' }));
    expect(await screen.findByText('还差：凭什么知道')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '柜台取消单' }));
    await userEvent.click(screen.getByRole('button', { name: '存下结果' }));
    await waitFor(async () => expect((await store.mutations.toArray())[0]).toMatchObject({ name: 'outcome' }));
  });
  it('says that it is over, by whom and how, when somebody else was quicker', async () => {
    const words = '已找到，任务结束：通辽市反诈中心 张晓雯，打通本人电话';
    server.use(http.get('*/api/order/orders/o-13', () => HttpResponse.json(anOrder({ id: 'o-13', kind: 'search', state: 'withdrawn', signedAt: ago(3), ended: { at: ago(0), outcome: 'withdrawn', words } }))));
    drawAt('/field/orders/o-13', '/field/orders/:id', <OrderScreen />);
    expect(await screen.findByText('已找到，任务结束')).toBeTruthy();
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '打开资料' })).toBeNull();
    expect(await axeFindings()).toEqual([]);
  });
  it('tells a partner whom to look for once signed, and asks nothing of the warning behind', async () => {
    const asked: string[] = [];
    server.events.on('request:start', ({ request }) => {
      asked.push(new URL(request.url).pathname);
    });
    server.use(
      http.get('*/api/order/orders/o-13', () => HttpResponse.json(anOrder({ id: 'o-13', kind: 'village-committee', state: 'signed', signedAt: ago(3), title: '请村（居）委协助联系：包*兰' }))),
      http.post('*/api/warning/tracks/o-13/told', () => HttpResponse.json({ name: '包玉兰', address: '珠斯花街道', ask: '请让本人回拨 96110。' })),
    );
    drawAt('/field/orders/o-13', '/field/orders/:id', <OrderScreen />);
    await userEvent.click(await screen.findByRole('button', { name: '看要找的人' }));
    expect(await screen.findByText('包玉兰')).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '找到了' }));
    await waitFor(async () => expect((await store.mutations.toArray())[0]).toMatchObject({ name: 'track', path: '/api/warning/tracks/o-13/report', body: { result: 'found' } }));
    expect(asked.filter((path) => path.includes('/episodes/'))).toEqual([]);
    server.events.removeAllListeners();
  });
});
