// In: the work of an upload or a download. Out: its task, with progress (R17, U4).
// Knows nothing of what is sent.

import { call, type Callbacks } from './callbacks.ts';
import { requireText } from './failure.ts';
import { headerFields } from './headers.ts';
import { perform, type RequestTask } from './transfer.ts';

export interface FileTask<Progress> extends RequestTask {
  /** Listeners add up. One that is registered in the tick of the call misses nothing. */
  onProgressUpdate(listener?: (progress: Progress) => void): void;
}

/** Told the bytes that are through, and how many there will be: 0 when nobody knows. */
export type Count = (done: number, total: number) => void;

export interface FileMessage {
  url: string;
  headers: Record<string, string>;
  signal: AbortSignal;
}

/** Runs once the call is over. */
export type FileWork<Result> = (message: FileMessage, count: Count, listeners: readonly unknown[]) => Promise<Result>;

/** `prepare` runs within the call: what it reads of the options is what they hold then (R19). */
export const startFileTask = <Result, Progress>(
  api: string,
  options: Callbacks<Result>,
  [doneKey, totalKey]: readonly [string, string],
  prepare: () => FileWork<Result>,
): FileTask<Progress> => {
  const listeners: unknown[] = [];
  let percent = 0;
  let counted = 0;
  const tell = (progress: number, total: number) => {
    percent = progress;
    for (const listener of listeners) call(listener, { progress, [doneKey]: counted, [totalKey]: total });
  };
  const start = async (signal: AbortSignal) => {
    const { url, header } = Object(options);
    requireText('url', url);
    const message = { url, headers: headerFields(header), signal };
    const work = prepare();
    await null; // an abort in the tick of the call sends nothing
    const count: Count = (done, total) => {
      if (signal.aborted || percent === 100) return;
      counted = done;
      // The total of a packed body is that of the packed bytes: it is outrun, and then not known.
      if (done > total || !total) tell(percent, 0);
      else tell(Math.max(percent, Math.floor((100 * done) / total)), total);
    };
    const result = await work(message, count, listeners);
    if (percent < 100) tell(100, counted);
    return result;
  };
  return {
    ...perform(api, options, start),
    onProgressUpdate: (listener) => void listeners.push(listener),
  };
};
