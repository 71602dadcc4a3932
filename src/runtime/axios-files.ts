// In: the options of an upload or a download. Out: its task. axios sends and counts.
// Knows nothing of what a file is; that is for upload and download.

import type { Loose } from './callbacks.ts';
import type { Decoding } from './decode.ts';
import type { AxiosProgressEvent } from 'axios';
import { http } from './axios-http.ts';
import { reading } from './axios-request.ts';
import { startDownload, type DownloadOptions, type DownloadTask } from './download.ts';
import type { Count } from './file-task.ts';
import { startUpload, type UploadOptions, type UploadTask } from './upload.ts';

/** Sends a file. Its task takes progress listeners, but nothing is told to them: see uploadFileWithProgress. */
export const uploadFile = <Data = Loose>(options: UploadOptions<Data>, how?: Decoding): UploadTask =>
  startUpload(options, how, (url, { body, ...upload }, decoding) =>
    reading(() => http.post(url, body, upload), decoding)(upload.signal),
  );

/** uploadFile for tasks whose onProgressUpdate is used. */
export const uploadFileWithProgress = <Data = Loose>(options: UploadOptions<Data>, how?: Decoding): UploadTask =>
  startUpload(options, how, (url, { body, ...upload }, decoding, count) => {
    const progress = count && { onUploadProgress: counting(count) };
    return reading(() => http.post(url, body, { ...upload, ...progress }), decoding)(upload.signal);
  });

/** Fetches a file and keeps it under a temporary path. */
export const downloadFile = (options: DownloadOptions): DownloadTask =>
  startDownload(options, async ({ url, ...init }, count) => {
    const start = () => http.get(url, { ...init, onDownloadProgress: counting(count) });
    const { data, statusCode, header } = await reading(start, { responseType: 'arraybuffer' })(init.signal);
    return { statusCode, blob: new Blob([data], { type: header['content-type'] ?? '' }) };
  });

const counting =
  (count: Count): ((event: AxiosProgressEvent) => void) =>
  ({ loaded, total = 0 }) =>
    count(loaded, total);
