import { useState } from 'react';
import type { Call, CallerCode } from '../../api/types';
import { serverNow } from '../../ui/ticker';
import { useDoing } from '../../ui/useDoing';
import { endCall, hangUp, makeCallerCode, startCall } from './api';
import type { CallResult } from './callResults';
import { useSpoken, type Belief } from './scriptApi';

export interface Conversation {
  running: Call | undefined;
  startedAt: number;
  code: CallerCode | undefined;
  belief: Belief | undefined;
  note: string;
  /** The result of the last call of this sitting. */
  recorded: CallResult | undefined;
  refused: string | undefined;
  setNote: (note: string) => void;
  believe: (belief: Belief) => void;
  dial: (phoneId: string) => Promise<boolean>;
  end: (result: CallResult) => Promise<boolean>;
  makeCode: (phoneId: string) => Promise<boolean>;
  hangUp: () => Promise<boolean>;
}

/** One call from dialling to its result; what the person believed on the way and which script was spoken go with it. */
export function useConversation(episodeId: string, scamType: string | null | undefined, onChanged: () => void): Conversation {
  const doing = useDoing();
  const spoken = useSpoken(scamType).data;
  const [running, setRunning] = useState<Call>();
  const [startedAt, setStartedAt] = useState(0);
  const [code, setCode] = useState<CallerCode>();
  const [way, setWay] = useState<Belief[]>([]);
  const [note, setNote] = useState('');
  const [recorded, setRecorded] = useState<CallResult>();
  const trying = async (act: () => Promise<void>) => {
    const done = await doing.run(act);
    if (done) onChanged();
    return done;
  };
  const belief = way.at(-1);
  return {
    running,
    startedAt,
    code,
    belief,
    note,
    recorded,
    refused: doing.refused,
    setNote,
    believe: (to) => setWay((before) => (before.at(-1) === to ? before : [...before, to].slice(-40))),
    dial: (phoneId) =>
      trying(async () => {
        const call = await startCall(episodeId, phoneId);
        setRunning(call);
        setCode(call.callerCode);
        setStartedAt(serverNow());
        setRecorded(undefined);
      }),
    end: (result) =>
      trying(async () => {
        if (!running) return;
        const said = belief && spoken ? { belief, way, scriptType: spoken.scamType, scriptVersion: spoken.version } : {};
        await endCall(episodeId, running.callId, { result, note, ...said });
        setRunning(undefined);
        setNote('');
        setRecorded(result);
      }),
    hangUp: () =>
      trying(async () => {
        if (running) await hangUp(episodeId, running.callId);
      }),
    makeCode: (phoneId) => trying(async () => setCode(await makeCallerCode(episodeId, phoneId))),
  };
}
