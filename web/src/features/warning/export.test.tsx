import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { drawAt } from '../../test/draw';
import { problem } from '../../test/handlers';
import { server } from '../../test/server';
import { ExportButton } from './ExportButton';
import { ExportsPage } from './ExportsPage';

const filter = { view: 'centre', county: '', scamType: '', level: '', state: '', q: '' } as const;

describe('an export', () => {
  it('asks what for before anything leaves, and for a second person where the service wants one', async () => {
    const asked: unknown[] = [];
    server.use(
      http.get('*/api/warning/export', () => problem(403, 'warning.export-needs-second', '本次有 80 人，一人最多导出 50 人。')),
      http.get('*/api/warning/exports', () =>
        HttpResponse.json({ items: [{ id: 'x', madeBy: '张晓雯', madeAt: new Date().toISOString(), reason: '报送', unmasked: false, persons: 80, state: 'asked', actions: [{ name: 'decide', open: false, reason: '自己的申请须由另一位同事决定。' }] }], next: null }),
      ),
      http.post('*/api/warning/exports', async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json({}, { status: 201 });
      }),
    );
    drawAt('/desk/warnings', '/desk/warnings', <ExportButton filter={filter} />);
    await userEvent.click(await screen.findByRole('button', { name: '导出' }));
    const dialog = await screen.findByRole('dialog', { hidden: true });
    await userEvent.click(within(dialog).getByRole('button', { name: '导出', hidden: true }));
    expect(await within(dialog).findByText('用途要写 2 到 200 个字')).toBeTruthy();
    await userEvent.type(within(dialog).getByLabelText('用途'), '向市局报送');
    await userEvent.click(within(dialog).getByRole('button', { name: '导出', hidden: true }));
    await userEvent.click(await within(dialog).findByRole('button', { name: '提交申请，请同事同意', hidden: true }));
    expect(await within(dialog).findByText('张晓雯 申请导出 80 人')).toBeTruthy();
    expect(asked).toEqual([{ ...filter, unmasked: false, reason: '向市局报送' }]);
  });
});

describe('what others want to take out', () => {
  it('waits on top until somebody else has said why they may', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('*/api/warning/exports/:id/decision', async ({ request, params }) => {
        sent.push([params['id'], await request.json()]);
        return HttpResponse.json({});
      }),
    );
    drawAt('/desk/exports', '/desk/exports', <ExportsPage />);
    const waiting = await screen.findByRole('region', { name: '等您决定' });
    expect(within(waiting).getByText('用途：向市局报送本周预警')).toBeTruthy();
    expect(screen.getByText('含姓名、电话、地址')).toBeTruthy();
    await userEvent.click(within(waiting).getByRole('button', { name: '同意' }));
    expect(await within(waiting).findByText('先写理由')).toBeTruthy();
    expect(sent).toEqual([]);
    await userEvent.type(within(waiting).getByLabelText('决定的理由'), '报送所需');
    await userEvent.click(within(waiting).getByRole('button', { name: '同意' }));
    await waitFor(() => expect(sent).toEqual([['x-1', { grant: true, reason: '报送所需' }]]));
  });
});
