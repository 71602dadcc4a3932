// In: the options of a download. Out: its task. The request itself is sent by the function that it is given (D1, U4).

import type { Callbacks } from './callbacks.ts';
import { requireUrl } from './encode.ts';
import { startFileTask, type FileTask, type Meter } from './file-task.ts';
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

export interface Download {
  url: string;
  headers: Record<string, string>;
}

/** What came back, read to its end. */
export interface Loaded {
  status: number;
  type: string;
  parts: BlobPart[];
}

export type Load = (download: Download, signal: AbortSignal, meter: Meter) => Promise<Loaded>;

export function startDownload(options: DownloadOptions, load: Load): DownloadTask {
  const progressOf = (progress: number, totalBytesWritten: number, totalBytesExpectedToWrite: number) => ({
    progress,
    totalBytesWritten,
    totalBytesExpectedToWrite,
  });
  return startFileTask('downloadFile', options, progressOf, async (signal, meter) => {
    const { url, header, filePath } = Object(options);
    const download = { url: requireUrl(url), headers: headerFields(header) };
    await null; // an abort in the tick of the call sends nothing
    const { status, type, parts } = await load(download, signal, meter);
    const tempFilePath = keepFile(parts, url, type, filePath);
    return { tempFilePath, ...(filePath && { filePath }), statusCode: status };
  });
}
