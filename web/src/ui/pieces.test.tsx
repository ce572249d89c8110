import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { WhyChips } from './Chip';
import { Equation } from './Equation';
import { centsFrom, yuan } from './format';
import { Masked } from './Masked';
import { ActionButton } from './Refusal';
import { SearchSelect } from './SearchSelect';

describe('why-chips', () => {
  it('add up to the score, the rest in the last chip', () => {
    const rules = [
      { id: 'TR-02', word: '刚刚', weight: 10 },
      { id: 'TR-01', word: '高危', weight: 40 },
      { id: 'TR-03', word: '资金在动', weight: 25, life: true },
    ];
    const { container } = render(<WhyChips rules={rules} score={96} restWord="余" />);
    expect([...container.querySelectorAll('.chip')].map((chip) => chip.textContent)).toEqual(['资金在动 +25', '高危 +40', '余 +31']);
  });
});

describe('an equation', () => {
  const whole = { key: 'read', word: '读到', figure: 10 };
  const parts = [
    { key: 'new', word: '新开', figure: 7 },
    { key: 'merged', word: '并入', figure: 2 },
  ];
  it('says equal only when it is', () => {
    const { rerender } = render(<Equation whole={whole} parts={[...parts, { key: 'bad', word: '待改', figure: 1 }]} equalWord="相等" unequalWord="不相等" />);
    expect(screen.getByText('✓ 相等')).toBeTruthy();
    rerender(<Equation whole={whole} parts={parts} equalWord="相等" unequalWord="不相等" />);
    expect(screen.getByText('≠ 不相等')).toBeTruthy();
  });
});

describe('a choice by search', () => {
  it('cannot take what answers an earlier word', async () => {
    const onChange = vi.fn();
    const draw = (searching: boolean) => (
      <SearchSelect id="unit" aria-describedby={undefined} aria-invalid={undefined} value={undefined} searching={searching} options={[{ value: 'u-1', label: '奈曼旗反诈中心' }]} onSearch={vi.fn()} onChange={onChange} />
    );
    const { rerender } = render(draw(true));
    const enter = () => {
      fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter', code: 'Enter', keyCode: 13, which: 13 });
      fireEvent.keyUp(screen.getByRole('combobox'), { key: 'Enter', code: 'Enter', keyCode: 13, which: 13 });
    };
    await userEvent.click(screen.getByRole('combobox'));
    await userEvent.keyboard('奈');
    enter();
    expect(onChange).not.toHaveBeenCalled();
    rerender(draw(false));
    enter();
    expect(onChange).toHaveBeenCalledWith('u-1');
  });
});

describe('an action that is closed', () => {
  it('stays in place with its reason and does nothing', async () => {
    const act = vi.fn();
    render(
      <ActionButton closed={{ reason: '您是本单签发人，不能审批。' }} onClick={act}>
        批准
      </ActionButton>,
    );
    const button = screen.getByRole('button', { name: '批准' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toContain('不能审批');
    await userEvent.click(button);
    expect(act).not.toHaveBeenCalled();
  });
});

describe('a covered value', () => {
  it('asks for the purpose before anything is shown', async () => {
    const show = vi.fn();
    render(<Masked value="139****4417" open={false} purposes={[{ id: 'dissuade', word: '劝阻通话' }]} onShow={show} />);
    await userEvent.click(screen.getByRole('button', { name: /先选用途/ }));
    expect(show).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: '劝阻通话' }));
    expect(show).toHaveBeenCalledWith('dissuade');
  });
});

describe('money', () => {
  it.each([
    ['300,000', 30_000_000],
    ['12.5', 1250],
    ['约八万', undefined],
    ['-3', undefined],
  ])('typed as %s is %s cents', (typed, cents) => {
    expect(centsFrom(typed)).toBe(cents);
  });
  it('is shown grouped, with cents only where there are some', () => {
    expect(yuan(30_000_000)).toBe('300,000');
    expect(yuan(1234)).toBe('12.34');
  });
});
