import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { drawAt } from '../../test/draw';
import { server } from '../../test/server';
import { auditEntries } from '../../test/worldDesk';
import { AuditPage } from './AuditPage';

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
});
