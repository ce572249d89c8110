import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { drawAt } from '../../test/draw';
import { server } from '../../test/server';
import { HotlinePage } from './HotlinePage';

describe('the hotline', () => {
  it('checks by keyboard alone, says what to say, and is ready for the next', async () => {
    const asked: unknown[] = [];
    server.use(
      http.post('*/api/warning/code-checks', async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json({ verdict: 'used', unitName: null, staffNumberTail: null, purpose: null, at: new Date().toISOString(), usedBy: 'message', say: ['“这个核验码已经用过一次。”'] });
      }),
    );
    drawAt('/desk/hotline', '/desk/hotline', <HotlinePage />);
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('要 6 位数字')).toBeTruthy();
    expect(asked).toEqual([]);
    await userEvent.keyboard('741 082');
    await userEvent.tab();
    await userEvent.keyboard('４４１７{Enter}');
    expect(await screen.findByRole('heading', { name: '已经用过' })).toBeTruthy();
    expect(asked).toEqual([{ code: '741082', lastFour: '4417' }]);
    expect(screen.getByText(/已通过短信核验过/)).toBeTruthy();
    expect(screen.getByText('“这个核验码已经用过一次。”')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('核验码')));
    expect(screen.getByLabelText<HTMLInputElement>('核验码').value).toBe('');
  });
});
