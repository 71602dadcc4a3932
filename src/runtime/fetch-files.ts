// In: the options of an upload or a download. Out: its task. Uploads go through fetch, downloads through its reader.
// Knows nothing of options: they are read by upload and download.

import type { Loose } from './callbacks.ts';
import type { Decoding } from './decode.ts';
import { startDownload, type DownloadOptions, type DownloadTask } from './download.ts';
import { reading } from './fetch-request.ts';
import { startUpload, type UploadOptions, type UploadTask } from './upload.ts';

/** Sends a file. Its task takes progress listeners, but nothing can be told to them: see uploadFileWithProgress. */
export const uploadFile = <Data = Loose>(options: UploadOptions<Data>, how?: Decoding): UploadTask =>
  startUpload(options, how, (url, upload, decoding) => reading(() => fetch(url, upload), decoding)(upload.signal));

/** Fetches a file and keeps it under a temporary path. */
export const downloadFile = (options: DownloadOptions): DownloadTask =>
  startDownload(options, async ({ url, ...init }, count) => {
    const { status, headers, body } = await fetch(url, init);
    const total = headers.get('content-encoding') ? 0 : Number(headers.get('content-length'));
    const parts: BlobPart[] = [];
    const reader = body?.getReader();
    let done = 0;
    for (let chunk; (chunk = (await reader?.read())?.value); count(done, total)) {
      parts.push(chunk);
      done += chunk.length;
    }
    return { statusCode: status, blob: new Blob(parts, { type: headers.get('content-type') ?? '' }) };
  });
