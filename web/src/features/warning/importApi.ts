import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call, Problem } from '../../api/client';
import type { ImportRejects, Slice, WarningImport } from '../../api/types';

const root = '/api/warning/imports';

export function isBusy(each: WarningImport): boolean {
  return each.state === 'reading' || each.state === 'writing';
}

export function useImports(order: string) {
  return useInfiniteQuery({
    queryKey: ['import', 'list', order],
    queryFn: ({ pageParam }) => call<Slice<WarningImport>>(root, { query: { order, after: pageParam, size: 50 } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (previous) => previous,
  });
}

export function useImport(id: string | undefined) {
  return useQuery({
    queryKey: ['import', 'one', id],
    queryFn: () => call<WarningImport>(`${root}/${id ?? ''}`),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data && isBusy(query.state.data) ? 500 : false),
  });
}

export function useRejects(id: string | undefined, code: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['import', 'rejects', id, code],
    queryFn: ({ pageParam }) => call<ImportRejects>(`${root}/${id ?? ''}/rejects`, { query: { code, after: pageParam, size: 50 } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    enabled,
  });
}

export const importAct = (id: string, act: 'confirm' | 'cancel' | 'undo') => call<unknown>(`${root}/${id}/${act}`, { method: 'POST' });

export const workbookOf = (id: string) => `${root}/${id}/workbook`;

/** Sends the file and tells how much of it has left; fetch cannot, so this is the one place that does not use it. */
export function upload(file: File, onProgress: (sent: number) => void): Promise<{ id: string }> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.append('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', root);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', document.documentElement.lang.startsWith('en') ? 'en' : 'zh');
    request.setRequestHeader('X-Lianxin', '1');
    request.setRequestHeader('Idempotency-Key', crypto.randomUUID());
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded));
    request.addEventListener('error', () => reject(new Problem(0, 'shared.unavailable', '', {})));
    request.addEventListener('load', () => {
      const body = JSON.parse(request.responseText || '{}') as { id?: string; code?: string; detail?: string };
      if (request.status < 300 && body.id) resolve({ id: body.id });
      else reject(new Problem(request.status, body.code ?? 'shared.unavailable', body.detail ?? '', {}));
    });
    request.send(form);
  });
}
