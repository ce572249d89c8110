import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { useKeys, type KeyMap } from './useKeys';

function Listening({ map }: { map: KeyMap }) {
  useKeys(map);
  return <input aria-label="text" />;
}

describe('the keys of a page', () => {
  it('lead somewhere with G and a letter, and that letter does nothing else then', async () => {
    const go = vi.fn();
    const plain = vi.fn();
    render(
      <>
        <Listening map={{ 'g d': go }} />
        <Listening map={{ d: plain }} />
      </>,
    );
    await userEvent.keyboard('gd');
    expect([go.mock.calls.length, plain.mock.calls.length]).toEqual([1, 0]);
    await userEvent.keyboard('d');
    expect([go.mock.calls.length, plain.mock.calls.length]).toEqual([1, 1]);
  });
  it('are letters inside a text field, which Esc leaves', async () => {
    const act = vi.fn();
    render(<Listening map={{ j: act, 'g j': act }} />);
    await userEvent.type(screen.getByLabelText('text'), 'gj');
    expect(act).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}j');
    expect(act).toHaveBeenCalledTimes(1);
  });
});
