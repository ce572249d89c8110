import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { drawAt } from '../../test/draw';
import { problem } from '../../test/handlers';
import { server } from '../../test/server';
import { me } from '../../test/world';
import { ScriptsPage } from './ScriptsPage';

const draw = (query = '') => drawAt(`/desk/scripts${query}`, '/desk/scripts', <ScriptsPage />);

describe('the scripts', () => {
  it('show the version in use with what is filled in during the call', async () => {
    draw();
    expect((await screen.findAllByText('您没有涉案，请先别转账。', { exact: false })).length).toBeGreaterThan(0);
    expect(screen.getAllByText('核验码').length).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: /第 2 版 在用/ }).getAttribute('aria-pressed')).toBe('true');
  });
  it('name what is missing line by line while one writes, and keep the draft all the same', async () => {
    const kept: unknown[] = [];
    server.use(
      http.post('*/api/warning/scripts/preview', () => HttpResponse.json({ script: null, flaws: [{ line: 7, code: 'count', message: '“八问”有 7 条，应为 8 条。' }] })),
      http.post('*/api/warning/scripts/:type/versions', async ({ request }) => {
        kept.push(await request.json());
        return HttpResponse.json({ version: 4, state: 'draft', base: 2, content: 'x', madeAt: '2026-11-22T06:00:00Z', madeBy: '孟立新', since: null, by: null, reason: null });
      }),
    );
    draw();
    await userEvent.click(await screen.findByRole('button', { name: /从这一版改/ }));
    expect(await screen.findByText('还有 1 处要改')).toBeTruthy();
    expect(screen.getByText('第 7 行')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('话术正文（Markdown）'), '！');
    await userEvent.click(screen.getByRole('button', { name: '存成草稿' }));
    await waitFor(() => expect(kept).toEqual([{ base: 2, content: '# 冒充公检法\n\n## 开场\n第 2 版！' }]));
    expect(await screen.findByText('已存成第 4 版草稿，还没有启用。')).toBeTruthy();
  });
  it('put a draft in use with a reason only, and say why the service refuses', async () => {
    const asked: unknown[] = [];
    server.use(
      http.post('*/api/warning/scripts/:type/versions/:version/live', async ({ request }) => {
        asked.push(await request.json());
        return problem(409, 'warning.script-outdated', '现在在用的是第 4 版。');
      }),
    );
    draw('?type=fake-prosecutor&version=3');
    await userEvent.type(await screen.findByLabelText('为什么启用'), '省厅通报');
    await userEvent.click(screen.getByRole('button', { name: '启用这一版' }));
    expect(await screen.findByText('现在在用的是第 4 版。')).toBeTruthy();
    expect(asked).toEqual([{ reason: '省厅通报' }]);
  });
  it('are for reading only where somebody is no keeper of the rules, with the reason', async () => {
    server.use(http.get('*/api/organisation/me', () => HttpResponse.json({ ...me, roles: ['WARNING_CLERK'] })));
    draw();
    expect(await screen.findByText('由规则管理员修改和启用。')).toBeTruthy();
    expect(screen.getByRole('button', { name: /从这一版改/ }).getAttribute('aria-disabled')).toBe('true');
  });
});
