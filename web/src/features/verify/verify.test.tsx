import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings } from '../../test/axe';
import { server } from '../../test/server';
import { VerifyPage } from './VerifyPage';

beforeEach(() => localStorage.clear());
afterEach(() => document.documentElement.classList.remove('elder'));

async function ask(code: string, lastFour: string) {
  render(<VerifyPage demo={false} />);
  await userEvent.type(screen.getByRole('textbox'), code);
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));
  await userEvent.type(await screen.findByLabelText('手机号的最后 4 位'), lastFour);
  await userEvent.click(screen.getByRole('button', { name: '查一查' }));
}

describe('the page that proves a call', () => {
  it('proves a genuine caller and names what even they never ask', async () => {
    await ask('483917', '5521');
    expect(await screen.findByRole('heading', { level: 1, name: '是真的' })).toBeTruthy();
    expect(screen.getByText('工号末两位是不是 17')).toBeTruthy();
    expect(screen.getByText('念短信验证码')).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });
  it('sends everybody else to the telephone', async () => {
    await ask('111111', '5521');
    expect(await screen.findByRole('heading', { level: 1, name: /对不上，\s*先挂断/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: '打 96110 问' }).getAttribute('href')).toBe('tel:96110');
    expect(screen.getByText('还能输 2 次。')).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });
  it('says how many digits are missing instead of switching the key off', async () => {
    render(<VerifyPage demo={false} />);
    await userEvent.type(screen.getByRole('textbox'), '４83');
    await userEvent.click(screen.getByRole('button', { name: '下一步' }));
    expect(screen.getByText('还差 3 个数字。')).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });
  it('says that nothing was checked when the network is gone', async () => {
    server.use(http.post('*/api/public/verify', () => HttpResponse.error()));
    await ask('483917', '5521');
    expect(await screen.findByText('没连上网，没查成。')).toBeTruthy();
  });
  it('remembers the large version and speaks English', async () => {
    render(<VerifyPage demo />);
    await userEvent.click(screen.getByRole('button', { name: /大字版/ }));
    expect(document.documentElement.classList.contains('elder')).toBe(true);
    expect(localStorage.getItem('lianxin.elder')).toBe('yes');
    await userEvent.click(screen.getByRole('button', { name: 'English' }));
    expect(screen.getByRole('heading', { level: 1, name: 'The code the caller reads to you' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
  });
});
