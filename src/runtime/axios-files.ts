// In: the options of an upload or a download. Out: its task. axios sends and counts.
// Knows nothing of what a file is; that is for upload and download.

import type { Loose } from './callbacks.ts';
import type { AxiosProgressEvent } from 'axios';
import { http } from './axios-http.ts';
import { readResponse } from './axios-request.ts';
import { startDownload, type DownloadOptions, type DownloadTask } from './download.ts';
import type { Count } from './file-task.ts';
import { startUpload, type UploadOptions, type UploadTask } from './upload.ts';

/** Sends a file. Its task takes progress listeners, but nothing is told to them: see uploadFileWithProgress. */
export function uploadFile<Data = Loose>(options: UploadOptions<Data>, as?: 'json'): UploadTask {
  return startUpload(options, as, async (url, { body, ...upload }, dataType) =>
    readResponse(await http.post(url, body, upload), dataType),
  );
}

/** uploadFile for tasks whose onProgressUpdate is used. */
export function uploadFileWithProgress<Data = Loose>(options: UploadOptions<Data>, as?: 'json'): UploadTask {
  return startUpload(options, as, async (url, { body, ...upload }, dataType, count) => {
    const progress = count && { onUploadProgress: counting(count) };
    return readResponse(await http.post(url, body, { ...upload, ...progress }), dataType);
  });
}

/** Fetches a file and keeps it under a temporary path. */
export function downloadFile(options: DownloadOptions): DownloadTask {
  return startDownload(options, async (url, init, count) => {
    const response = await http.get(url, { ...init, onDownloadProgress: counting(count) });
    const { data, statusCode, header } = readResponse(response, '', 'arraybuffer');
    return { statusCode, blob: new Blob([data], { type: header['content-type'] ?? '' }) };
  });
}

function counting(count: Count): (event: AxiosProgressEvent) => void {
  return ({ loaded, total = 0 }) => count(loaded, total);
}
