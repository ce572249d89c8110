import { useQueryClient } from '@tanstack/react-query';
import { useDoing } from '../../../ui/useDoing';
import type { AwakeningSession } from './awakeningApi';

export interface Room {
  session: AwakeningSession;
  busy: boolean;
  refused: string | undefined;
  /** Does one thing; the room shows what the service answers. True when it was done. */
  act: (deed: () => Promise<AwakeningSession>) => Promise<boolean>;
}

/** The session of this seat, and the one way to change it. */
export function useRoom(session: AwakeningSession): Room {
  const queries = useQueryClient();
  const doing = useDoing();
  const act = (deed: () => Promise<AwakeningSession>) =>
    doing.run(async () => {
      const next = await deed();
      queries.setQueryData(['episode', 'awakening', session.line.id], next);
    });
  return { session, busy: doing.busy, refused: doing.refused, act };
}
