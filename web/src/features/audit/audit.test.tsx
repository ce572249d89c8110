import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { drawAt } from '../../test/draw';
import { server } from '../../test/server';
import { auditEntries } from '../../test/worldDesk';
import { AuditPage } from './AuditPage';
import { HoldsPage } from './HoldsPage';

describe('the audit log', () => {
  it('is asked for by whom, about what, on which days of the unit’s zone, and in which order', async () => {
    const asked: Record<string, string>[] = [];
    server.use(
      http.get('*/api/audit/entries', ({ request }) => {
        asked.push(Object.fromEntries(new URL(request.url).searchParams));
        return HttpResponse.json({ items: auditEntries, next: null });
      }),
    );
    const { router } = drawAt('/desk/audit?from=2026-11-20&to=2026-11-21', '/desk/audit', <AuditPage />);
    await userEvent.type(await screen.findByLabelText('哪一件（编号）'), 'YJ-150581-20261122-0001{Enter}');
    await waitFor(() => expect(asked.at(-1)?.['subject']).toBe('YJ-150581-20261122-0001'));
    expect(asked.at(-1)).toMatchObject({ from: '2026-11-19T16:00:00.000Z', to: '2026-11-21T16:00:00.000Z' });
    await userEvent.click(screen.getByRole('button', { name: /时间/ }));
    await waitFor(() => expect(asked.at(-1)?.['order']).toBe('at'));
    expect(router.state.location.search).toContain('order=at');
  });
  it('says what a note of the service means in the reader’s words, and leaves what people wrote', async () => {
    const [first] = auditEntries;
    const items = [
      { ...first, seq: 91, note: 'reached, saved 300.00' },
      { ...first, seq: 92, note: '夜里没人接' },
    ];
    server.use(http.get('*/api/audit/entries', () => HttpResponse.json({ items, next: null })));
    drawAt('/desk/audit', '/desk/audit', <AuditPage />);
    expect(await screen.findByText('见到或劝住了 · 保住 300 元')).toBeTruthy();
    expect(screen.getByText('夜里没人接')).toBeTruthy();
  });
});

describe('holds', () => {
  it('are made with a number, a reason and an end, and lifted again', async () => {
    const sent: unknown[] = [];
    const hold = { id: 'h1', subject: 'warning/018f-aaaa-bbbbcc', reason: '检察机关调取', madeBy: '周敏', madeAt: '2026-11-20T02:00:00Z', until: '2026-12-31T15:59:00Z' };
    let items = [hold];
    server.use(
      http.get('*/api/audit/holds', () => HttpResponse.json({ items })),
      http.post('*/api/audit/holds', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(hold, { status: 201 });
      }),
      http.post('*/api/audit/holds/h1/lift', () => {
        items = [];
        return HttpResponse.json(hold);
      }),
    );
    drawAt('/desk/holds', '/desk/holds', <HoldsPage />);
    await screen.findByText('检察机关调取');
    await userEvent.click(screen.getByRole('button', { name: '延长保留' }));
    await userEvent.type(screen.getByLabelText('哪一件（编号）'), 'YJ-150581-20261122-0001');
    await userEvent.type(screen.getByLabelText('为什么'), '申诉未结');
    const make = screen.getAllByRole('button', { name: '延长保留' }).at(-1);
    if (make) await userEvent.click(make);
    expect(await screen.findByText('要填')).toBeTruthy();
    expect(sent).toEqual([]);
    await userEvent.type(screen.getByLabelText('留到哪一天'), '2026-12-31{Enter}');
    if (make) await userEvent.click(make);
    await waitFor(() => expect(sent).toEqual([{ subject: 'YJ-150581-20261122-0001', reason: '申诉未结', until: '2026-12-31T15:59:00.000Z' }]));
    await userEvent.click(await screen.findByRole('button', { name: '解除' }));
    await userEvent.click(screen.getAllByRole('button', { name: '解除' }).at(-1) as HTMLElement);
    expect(await screen.findByText('没有延长保留的')).toBeTruthy();
  });
});
