import type { Action } from './types';

/** What the server says about an action: open, closed with its reason, or not offered to this role at all. */
export function actionOf<N extends string>(actions: Action<N>[] | undefined, name: N): { offered: boolean; closed: { reason: string } | undefined } {
  const found = actions?.find((action) => action.name === name);
  if (!found) return { offered: false, closed: undefined };
  return { offered: true, closed: found.open ? undefined : { reason: found.reason ?? '' } };
}
