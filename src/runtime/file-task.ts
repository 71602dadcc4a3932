// In: the work of an upload or a download. Out: its task, with progress (R17, U4).
// Knows nothing of what is sent.

import { call, type Callbacks } from './callbacks.ts';
import type { timeouts } from './timeouts.ts';
import { begin, report, type RequestTask } from './transfer.ts';

export interface FileTask<Progress> extends RequestTask {
  /** Listeners add up. One that is registered in the tick of the call misses nothing. */
  onProgressUpdate(listener?: (progress: Progress) => void): void;
}

/** Told the bytes that are through, and how many there will be: 0 when nobody knows. */
export type Count = (done: number, total: number) => void;

/** `work` runs to its first await within the call: what it reads of the options by then is what they held (R19). */
export function startFileTask<Result, Progress>(
  api: keyof typeof timeouts,
  options: Callbacks<Result>,
  [doneKey, totalKey]: readonly [string, string],
  work: (signal: AbortSignal, count: Count, listeners: readonly unknown[]) => Promise<Result>,
): FileTask<Progress> {
  const listeners: unknown[] = [];
  let percent = 0;
  let counted = 0;
  const tell = (progress: number, total: number) => {
    percent = progress;
    for (const listener of listeners) call(listener, { progress, [doneKey]: counted, [totalKey]: total });
  };
  const start = async (signal: AbortSignal) => {
    const count: Count = (done, total) => {
      if (signal.aborted || percent === 100) return;
      counted = done;
      // The total of a packed body is that of the packed bytes: it is outrun, and then not known.
      if (done > total || !total) tell(percent, 0);
      else tell(Math.max(percent, Math.floor((100 * done) / total)), total);
    };
    const result = await work(signal, count, listeners);
    if (percent < 100) tell(100, counted);
    return result;
  };
  return {
    ...report(begin(api, options, start), options),
    onProgressUpdate: (listener) => void listeners.push(listener),
  };
}
