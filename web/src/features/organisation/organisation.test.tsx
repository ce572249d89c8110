import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { drawAt } from '../../test/draw';
import { problem } from '../../test/handlers';
import { server } from '../../test/server';
import { signInOptions } from '../../test/world';
import { staff } from '../../test/worldDesk';
import { AccountPage } from './AccountPage';
import { ClientsPage } from './ClientsPage';
import { SetupPage } from './SetupPage';
import { deviceOf } from './SessionList';
import { UnitsPage } from './UnitsPage';
import { mondayOf } from './week';

describe('a client token', () => {
  it('is told once, in the dialog that made it', async () => {
    drawAt('/desk/clients', '/desk/clients', <ClientsPage />);
    await userEvent.click((await screen.findAllByRole('button', { name: '新建令牌' }))[0] as HTMLElement);
    const dialog = await screen.findByRole('dialog', { hidden: true });
    await userEvent.type(within(dialog).getByLabelText('系统名称'), '省平台');
    await userEvent.click(within(dialog).getByRole('button', { name: '新建令牌', hidden: true }));
    expect(await within(dialog).findByText('lx_told-once')).toBeTruthy();
  });
});

describe('the own password', () => {
  it('is not sent while both spellings differ', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('*/api/organisation/me/password', async ({ request }) => {
        sent.push(await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    drawAt('/desk/account', '/desk/account', <AccountPage />);
    await userEvent.type(await screen.findByLabelText('现在的密码'), 'old password');
    await userEvent.type(screen.getByLabelText('新密码'), 'grass on the hill');
    await userEvent.type(screen.getByLabelText('再写一遍'), 'grass on the hil');
    await userEvent.click(screen.getByRole('button', { name: '改密码' }));
    expect(await screen.findByText('两遍不一样')).toBeTruthy();
    expect(sent).toEqual([]);
    await userEvent.type(screen.getByLabelText('再写一遍'), 'l');
    await userEvent.click(screen.getByRole('button', { name: '改密码' }));
    await waitFor(() => expect(sent).toEqual([{ current: 'old password', fresh: 'grass on the hill' }]));
  });
  it('says in the words of the service why it was refused', async () => {
    server.use(http.post('*/api/organisation/me/password', () => problem(422, 'organisation.password-wrong', '当前密码不正确。')));
    drawAt('/desk/account', '/desk/account', <AccountPage />);
    await userEvent.type(await screen.findByLabelText('现在的密码'), 'wrong');
    await userEvent.type(screen.getByLabelText('新密码'), 'grass on the hill');
    await userEvent.type(screen.getByLabelText('再写一遍'), 'grass on the hill');
    await userEvent.click(screen.getByRole('button', { name: '改密码' }));
    expect(await screen.findByText('当前密码不正确。')).toBeTruthy();
  });
  it('shows the second factor as a picture and in letters', async () => {
    drawAt('/desk/account', '/desk/account', <AccountPage />);
    await userEvent.click(await screen.findByRole('button', { name: '开始设置' }));
    expect(await screen.findByRole('img', { name: '验证器二维码' })).toBeTruthy();
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeTruthy();
  });
});

describe('a device', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36', 'Chrome 156 · Linux'],
    ['Mozilla/5.0 (Linux; Android 15; V2430A) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0', 'WeChat · Android'],
    ['Chromium · Linux', 'Chromium · Linux'],
  ])('%s is called %s', (agent, word) => {
    expect(deviceOf(agent)).toBe(word);
  });
});

describe('a week', () => {
  it('begins on Monday at midnight in the zone of the unit', () => {
    const sunday = Date.parse('2026-11-22T23:30:00+08:00');
    expect(mondayOf(sunday, 0)).toBe(Date.parse('2026-11-16T00:00:00+08:00'));
    expect(mondayOf(Date.parse('2026-11-23T00:10:00+08:00'), 1)).toBe(Date.parse('2026-11-30T00:00:00+08:00'));
  });
});

describe('the first set-up', () => {
  it('asks for everything while nobody is there, and for nothing afterwards', async () => {
    server.use(http.get('*/api/organisation/sign-in', () => HttpResponse.json({ ...signInOptions, demo: false, setup: true })));
    drawAt('/desk/setup', '/desk/setup', <SetupPage />);
    expect(await screen.findByLabelText('设置码')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '完成设置' }));
    expect((await screen.findAllByText('还没写')).length).toBe(7);
  });
});

describe('the people of a unit', () => {
  it('are sorted by the service, and the head of the column says how', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get('*/api/organisation/staff', ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('order'));
        return HttpResponse.json({ items: staff, next: null });
      }),
    );
    drawAt('/desk/units/u-1', '/desk/units/:id', <UnitsPage />);
    const name = await screen.findByRole('columnheader', { name: /姓名/ });
    expect(name.getAttribute('aria-sort')).toBe('none');
    await userEvent.click(within(name).getByRole('button'));
    await waitFor(() => expect(asked.at(-1)).toBe('name'));
    await userEvent.click(within(screen.getByRole('columnheader', { name: /姓名/ })).getByRole('button'));
    await waitFor(() => expect(asked.at(-1)).toBe('-name'));
    expect(screen.getByRole('columnheader', { name: /姓名/ }).getAttribute('aria-sort')).toBe('descending');
  });
});
