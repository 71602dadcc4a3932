// In: the options of an upload or a download. Out: its task. axios sends and counts.

import type { AxiosProgressEvent } from 'axios';
import { http } from './axios-http.ts';
import { bytesOf } from './axios-request.ts';
import { startDownload, type DownloadOptions, type DownloadTask } from './download.ts';
import type { Meter } from './file-task.ts';
import { startUpload, type Answer, type Upload, type UploadOptions, type UploadTask } from './upload.ts';

/** Sends a file. Its task takes progress listeners, but nothing is told to them: see uploadFileWithProgress. */
export function uploadFile<Data>(options: UploadOptions<Data>, as?: 'json'): UploadTask {
  return startUpload(options, as, (upload, signal) => post(upload, signal));
}

/** uploadFile for tasks whose onProgressUpdate is used. */
export function uploadFileWithProgress<Data>(options: UploadOptions<Data>, as?: 'json'): UploadTask {
  // A listener alone makes browsers ask the server for leave first: only where there is one.
  return startUpload(options, as, (upload, signal, meter) =>
    post(upload, signal, meter.hasListeners() ? { onUploadProgress: counting(meter) } : {}),
  );
}

async function post({ url, headers, body }: Upload, signal: AbortSignal, extra?: object): Promise<Answer> {
  const response = await http.post(url, body, { headers, signal, ...extra });
  return { status: response.status, type: String(response.headers['content-type']), bytes: bytesOf(response) };
}

/** Fetches a file and keeps it under a temporary path. */
export function downloadFile(options: DownloadOptions): DownloadTask {
  return startDownload(options, async ({ url, headers }, signal, meter) => {
    const response = await http.get(url, { headers, signal, onDownloadProgress: counting(meter) });
    const type = String(response.headers['content-type'] ?? '');
    return { status: response.status, type, parts: [bytesOf(response)] };
  });
}

function counting(meter: Meter): (event: AxiosProgressEvent) => void {
  return ({ loaded, total = 0 }) => meter.report(loaded, total);
}
