// In: a walk through the example mini-program. Out: the same without what no two platforms tell alike.
// Knows nothing of what it is compared with.

import type { Run } from '../reference/run.ts';
import type { TraceEvent } from '../reference/wire.ts';

/** How often progress is told on the way is the platform's business (U4): one 100 in a row of events stands for all. */
export function comparableWalk({ wire, trace }: Run): Run {
  const progressOf = ({ name, value }: TraceEvent): unknown => {
    const [member = '', ...others] = name.endsWith('.setData') ? Object.keys(value as object) : [];
    const isProgress = ['progress', 'percent'].includes(member) && others.length === 0;
    return isProgress ? (value as Record<string, unknown>)[member] : undefined;
  };
  const isCount = ({ name, value }: TraceEvent): boolean =>
    name === 'console.log' && (value as unknown[])[0] === '已上传';
  const plain = trace.filter((event) => !isCount(event) && [undefined, 100].includes(progressOf(event) as undefined));
  return {
    wire,
    trace: plain.filter((event, at) => progressOf(event) === undefined || progressOf(plain[at + 1]!) !== 100),
  };
}
