// In: the options of a download. Out: its task. The request itself is sent by the function that it is given (D1, U4).
// Knows nothing of fetch and axios.

import type { Callbacks, Loose } from './callbacks.ts';
import { startFileTask, type Count, type FileMessage, type FileTask } from './file-task.ts';
import { keepFile } from './temporary-files.ts';

export interface DownloadResult {
  /** An object url: it can be read, shown and uploaded while the program lives. */
  tempFilePath: string;
  /** The filePath of the options; an upload finds the file under it. */
  filePath?: string;
  statusCode: number;
  /** What a program may look for and the document does not give. */
  [field: string]: Loose;
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

export type Load = (message: FileMessage, count: Count) => Promise<Loaded>;

export const startDownload = (options: DownloadOptions, load: Load): DownloadTask => {
  const keys = ['totalBytesWritten', 'totalBytesExpectedToWrite'] as const;
  return startFileTask('downloadFile', options, keys, () => {
    const { filePath } = Object(options);
    return async (message, count) => {
      const { statusCode, blob } = await load(message, count);
      return { tempFilePath: keepFile(blob, message.url, filePath), ...(filePath && { filePath }), statusCode };
    };
  });
};
