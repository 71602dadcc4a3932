// In: the options of an upload or a download. Out: its task. Uploads go through fetch, downloads through its reader.
// Knows nothing of options: they are read by upload and download.

import type { Loose } from './callbacks.ts';
import { startDownload, type DownloadOptions, type DownloadTask } from './download.ts';
import { readResponse } from './fetch-request.ts';
import { startUpload, type UploadOptions, type UploadTask } from './upload.ts';

/** Sends a file. Its task takes progress listeners, but nothing can be told to them: see uploadFileWithProgress. */
export function uploadFile<Data = Loose>(options: UploadOptions<Data>, as?: 'json'): UploadTask {
  return startUpload(options, as, async (url, upload, dataType) => readResponse(await fetch(url, upload), dataType));
}

/** Fetches a file and keeps it under a temporary path. */
export function downloadFile(options: DownloadOptions): DownloadTask {
  return startDownload(options, async (url, init, count) => {
    const { status, headers, body } = await fetch(url, init);
    const total = headers.get('content-encoding') ? 0 : Number(headers.get('content-length'));
    const parts: BlobPart[] = [];
    const reader = body?.getReader();
    let done = 0;
    let chunk = await reader?.read();
    while (chunk?.value) {
      parts.push(chunk.value);
      done += chunk.value.length;
      count(done, total);
      chunk = await reader?.read();
    }
    return { statusCode: status, blob: new Blob(parts, { type: headers.get('content-type') ?? '' }) };
  });
}
