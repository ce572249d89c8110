import { useQuery, type QueryClient } from '@tanstack/react-query';
import { call, Problem } from './client';
import type { Me, SignInOptions } from './types';

export const meKey = ['me'];

/** Who sits here; null when nobody is signed in. */
export function useMe() {
  return useQuery({
    queryKey: meKey,
    queryFn: async () => {
      try {
        return await call<Me>('/api/organisation/me');
      } catch (error) {
        if (error instanceof Problem && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

export function useSignInOptions() {
  return useQuery({ queryKey: ['sign-in'], queryFn: () => call<SignInOptions>('/api/organisation/sign-in'), staleTime: 60_000 });
}

export async function signIn(queries: QueryClient, account: string, password: string, code: string | undefined): Promise<Me> {
  await call<unknown>('/api/organisation/sign-in', { method: 'POST', body: code ? { account, password, code } : { account, password } });
  const me = await call<Me>('/api/organisation/me');
  changeSeat(queries, me);
  return me;
}

export async function signOut(queries: QueryClient): Promise<void> {
  await call<unknown>('/api/organisation/sign-out', { method: 'POST' });
  changeSeat(queries, null);
}

/** Something about the sign-in must be put right before the work is shown: an own password, in production a second factor. */
export function isHeld(me: Me): boolean {
  return Boolean(me.standing && (me.standing.passwordDue || (me.instance === 'PRODUCTION' && !me.standing.strong)));
}

/** Forgets what the last person saw. The door watches its own two queries, so these stay and change in place. */
function changeSeat(queries: QueryClient, me: Me | null) {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' && query.queryKey[0] !== 'sign-in' });
  queries.setQueryData(meKey, me);
}
