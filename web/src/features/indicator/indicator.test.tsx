import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { drawAt } from '../../test/draw';
import { server } from '../../test/server';
import { figureBoard } from '../../test/worldFigures';
import { changeOf, monthBeside } from './figures';
import { FiguresPage } from './FiguresPage';

const draw = (address = '/desk/figures') => drawAt(address, '/desk/figures', <FiguresPage />);

describe('the figures', () => {
  it('put the number that matters first, each with its rule and its formula', async () => {
    draw();
    const first = (await screen.findByRole('button', { name: '预警后仍受损' })).closest('li');
    expect(first?.className).toContain('first');
    expect(first?.textContent).toContain('预警后仍受损');
    expect(first?.textContent).toContain('3.3');
    expect(first?.textContent).toContain('怎样算，写在这里');
    expect(first?.textContent).toContain('−0.8');
  });

  it('show what was frozen beside what it was corrected to', async () => {
    draw('/desk/figures?month=2026-10');
    expect(await screen.findByText('冻结时 313，更正后 311')).toBeTruthy();
    expect(screen.getByText(/本月已于 .* 冻结/)).toBeTruthy();
  });

  it('say hidden where a number is small, and a dash where a month has none', async () => {
    draw();
    const units = await screen.findByRole('region', { name: '各单位' });
    expect(within(units).getAllByText('已隐去').length).toBeGreaterThan(1);
    const trend = screen.getByRole('region', { name: '预警后仍受损：近 13 个月' });
    expect(within(trend).getByText('—')).toBeTruthy();
  });

  it('keep unit and month in the address and move by keys', async () => {
    const user = userEvent.setup();
    const { router } = draw();
    await screen.findAllByText('预警后仍受损');
    await user.keyboard('[[');
    expect(router.state.location.search).toContain('month=2026-10');
    await user.click(await screen.findByRole('button', { name: '开鲁县公安局' }));
    expect(router.state.location.search).toContain('unit=u-2');
  });

  it('lead to the warnings behind a figure', async () => {
    const user = userEvent.setup();
    draw();
    await user.click(await screen.findByRole('button', { name: '预警后仍受损：各条预警' }));
    const link = await screen.findByRole('link', { name: 'YJ-150523-20261118-0041' });
    expect(link.getAttribute('href')).toBe('/desk/warnings/e-1');
  });

  it('say why there are no rows for those who see numbers', async () => {
    server.use(
      http.get('*/api/indicator/figures', () =>
        HttpResponse.json({ ...figureBoard(new URLSearchParams()), actions: [{ name: 'rows', open: false, reason: '您看数字，不看个案。' }] }),
      ),
    );
    draw();
    expect(await screen.findByText('您看数字，不看个案。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '预警后仍受损：各条预警' })).toBeNull();
  });

  it('say what to do where a month has nothing', async () => {
    draw('/desk/figures?month=2026-01');
    expect(await screen.findByText('这个月还没有预警')).toBeTruthy();
  });

  it('name a difference only where there is one', async () => {
    draw('/desk/figures?view=works');
    expect(await screen.findByText('更好')).toBeTruthy();
    expect(screen.getByText('较差')).toBeTruthy();
    expect(screen.getAllByText('数据不足').length).toBe(3);
    expect(screen.getByText('虚假贷款 · 第 2 版')).toBeTruthy();
  });

  it('compare rates in points and counts in per cent', () => {
    expect(changeOf({ n: 1, rate: 3 }, { n: 2, rate: 5 })).toEqual({ by: -2, percent: false });
    expect(changeOf({ n: 12, rate: null }, { n: 10, rate: null })).toEqual({ by: 20, percent: true });
    expect(changeOf({ n: 12, rate: null }, { n: 0, rate: null })).toBeUndefined();
    expect(monthBeside(['2026-11', '2026-10'], '2026-10', 1)).toBeUndefined();
  });
});
