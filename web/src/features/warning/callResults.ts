/** What can come of a call, and the key of each; they act only while a call is running. */
export const callResults = [
  { result: 'reached', key: 's' },
  { result: 'no-answer', key: 'w' },
  { result: 'busy', key: 'm' },
  { result: 'switched-off', key: 't' },
  { result: 'refused', key: 'j' },
  { result: 'wrong-number', key: 'b' },
] as const;

export type CallResult = (typeof callResults)[number]['result'];
