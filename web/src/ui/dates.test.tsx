import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { describe, expect, it, vi } from 'vitest';
import { DateInput } from './DateInput';
import { withoutProvince } from './format';
import { instantOf, localMinute } from './localTime';

describe('a date', () => {
  it.each([
    ['Chinese', zhCN, '一'],
    ['English', enUS, 'Mo'],
  ])('is chosen in the language of the page: %s', async (_language, locale, monday) => {
    const chosen = vi.fn();
    render(
      <ConfigProvider locale={locale}>
        <DateInput label="day" value="2026-11-22" onChange={chosen} />
      </ConfigProvider>,
    );
    await userEvent.click(screen.getByLabelText('day'));
    expect(await screen.findByText(monday)).toBeTruthy();
    await userEvent.click(screen.getByTitle('2026-11-24'));
    expect(chosen).toHaveBeenCalledWith('2026-11-24');
  });
  it('is the moment of the unit’s zone, wherever the browser is', () => {
    expect(instantOf('2026-11-22T08:30')).toBe('2026-11-22T00:30:00.000Z');
    expect(localMinute(Date.parse('2026-11-22T00:30:00Z'))).toBe('2026-11-22T08:30');
  });
});

describe('an address', () => {
  it.each([
    ['YJ-1 · 内蒙古自治区通辽市霍林郭勒市珠斯花街道 · ¥1', 'YJ-1 · 霍林郭勒市珠斯花街道 · ¥1'],
    ['内蒙古自治区兴安盟科尔沁右翼前旗', '科尔沁右翼前旗'],
    ['北京市朝阳区', '北京市朝阳区'],
    ['内蒙古自治区通辽市', '内蒙古自治区通辽市'],
  ])('%s begins with the county', (whole, short) => {
    expect(withoutProvince(whole)).toBe(short);
  });
});
