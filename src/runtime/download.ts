// In: the options of a download. Out: its task. The request itself is sent by the function that it is given (D1, U4).
// Knows nothing of fetch and axios.

import type { Callbacks } from './callbacks.ts';
import { requireUrl } from './encode.ts';
import { startFileTask, type Count, type FileTask } from './file-task.ts';
import { headerFields } from './headers.ts';
import { keepFile } from './temporary-files.ts';

export interface DownloadResult {
  /** An object url: it can be read, shown and uploaded while the program lives. */
  tempFilePath: string;
  /** The filePath of the options; an upload finds the file under it. */
  filePath?: string;
  statusCode: number;
}

export interface DownloadOptions extends Callbacks<DownloadResult> {
  url: string;
  header?: object | null | undefined;
  filePath?: string | undefined;
}

export interface DownloadProgress {
  /** Percent, an integer. */
  progress: number;
  totalBytesWritten: number;
  /** 0 while it is not known. */
  totalBytesExpectedToWrite: number;
}

export type DownloadTask = FileTask<DownloadProgress>;

/** What came back, read to its end; the blob has the type that the server gave. */
export interface Loaded {
  statusCode: number;
  blob: Blob;
}

export type Load = (
  url: string,
  init: { headers: Record<string, string>; signal: AbortSignal },
  count: Count,
) => Promise<Loaded>;

export function startDownload(options: DownloadOptions, load: Load): DownloadTask {
  const keys = ['totalBytesWritten', 'totalBytesExpectedToWrite'] as const;
  return startFileTask('downloadFile', options, keys, async (signal, count) => {
    const { url, header, filePath } = Object(options);
    requireUrl(url);
    const headers = headerFields(header);
    await null; // an abort in the tick of the call sends nothing
    const { statusCode, blob } = await load(url, { headers, signal }, count);
    return { tempFilePath: keepFile(blob, url, filePath), ...(filePath && { filePath }), statusCode };
  });
}
