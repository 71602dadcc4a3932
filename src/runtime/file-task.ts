// In: the work of an upload or a download. Out: its task, with progress (R17, U4).

import { call, type Callbacks } from './callbacks.ts';
import type { timeouts } from './timeouts.ts';
import { begin, taskOf, type RequestTask } from './transfer.ts';

export interface FileTask<Progress> extends RequestTask {
  /** Listeners add up. One that is registered in the tick of the call misses nothing. */
  onProgressUpdate(listener?: (progress: Progress) => void): void;
}

export interface Meter {
  hasListeners(): boolean;
  /** Bytes; a total of 0 is not known. */
  report(done: number, total: number): void;
}

/** `work` runs to its first await within the call: what it reads of the options by then is what they held (R19). */
export function startFileTask<Result, Progress>(
  api: keyof typeof timeouts,
  options: Callbacks<Result>,
  progressOf: (progress: number, done: number, total: number) => Progress,
  work: (signal: AbortSignal, meter: Meter) => Promise<Result>,
): FileTask<Progress> {
  const listeners: unknown[] = [];
  let percent = 0;
  let sent = 0;
  const tell = (done: number, total: number) => {
    for (const listener of listeners) call(listener, progressOf(percent, done, total));
  };
  const start = async (signal: AbortSignal) => {
    const result = await work(signal, {
      hasListeners: () => listeners.length > 0,
      report(done, total) {
        // The total of a packed body is that of the packed bytes: it is outrun, and then not known.
        const known = done > total ? 0 : total;
        if (signal.aborted || percent === 100) return;
        sent = done;
        if (known > 0) percent = Math.max(percent, Math.floor((100 * done) / known));
        tell(done, known);
      },
    });
    if (percent < 100 && !signal.aborted) {
      percent = 100;
      tell(sent, sent);
    }
    return result;
  };
  return {
    ...taskOf(begin(api, start), options),
    onProgressUpdate: (listener) => void listeners.push(listener),
  };
}
