import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { axeFindings } from '../../test/axe';
import { drawAt } from '../../test/draw';
import { problem } from '../../test/handlers';
import { server } from '../../test/server';
import { QueuePage } from './QueuePage';

const draw = (address = '/desk/warnings') => drawAt(address, '/desk/warnings', <QueuePage />);

describe('the warning queue', () => {
  it('pins what nobody has signed for above everything else', async () => {
    draw();
    const table = await screen.findByRole('table');
    expect(within(table).getByText('未签收 4')).toBeTruthy();
    const names = within(table).getAllByRole('row').map((row) => row.textContent ?? '');
    expect(names.findIndex((text) => text.includes('海*'))).toBeLessThan(names.findIndex((text) => text.includes('乌*格')));
  });
  it('explains the first row as a sum of rules and names the person a potential victim', async () => {
    draw();
    const panel = await screen.findByRole('complementary', { name: '为什么在这里' });
    expect(within(panel).getByText('可能的受害人')).toBeTruthy();
    expect(await within(panel).findByText('TR-03')).toBeTruthy();
    const weights = within(panel).getAllByText(/^\+\d+$/).map((each) => Number(each.textContent));
    expect(weights.reduce((sum, each) => sum + each, 0)).toBe(96);
  });
  it('moves with the arrow keys and takes the next one with the space bar', async () => {
    const { router } = draw();
    await screen.findByRole('table');
    await userEvent.keyboard('{ArrowDown}');
    expect(router.state.location.search).toContain('row=e-2');
    await userEvent.keyboard(' ');
    await screen.findByText('elsewhere');
    expect(router.state.location.pathname).toBe('/desk/warnings/e-1');
  });
  it('says in the words of the service why nothing was taken', async () => {
    server.use(http.post('*/api/order/take-next', () => problem(403, 'order.not-on-duty', '您现在不在班，不能领取。')));
    draw();
    await screen.findByRole('table');
    await userEvent.click(screen.getByRole('button', { name: /领取下一条/ }));
    expect(await screen.findByText('您现在不在班，不能领取。')).toBeTruthy();
  });
  it('is clean for axe', async () => {
    draw();
    await screen.findByRole('table');
    expect(await axeFindings()).toEqual([]);
  });
});
