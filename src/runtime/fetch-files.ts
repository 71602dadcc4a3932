// In: the options of an upload or a download. Out: its task. Uploads go through fetch, downloads through its reader.

import { startDownload, type DownloadOptions, type DownloadTask } from './download.ts';
import { startUpload, type Answer, type UploadOptions, type UploadTask } from './upload.ts';

/** Sends a file. Its task takes progress listeners, but nothing can be told to them: see uploadFileWithProgress. */
export function uploadFile<Data>(options: UploadOptions<Data>, as?: 'json'): UploadTask {
  return startUpload(options, as, ({ url, headers, body }, signal) => postWithFetch(url, { headers, body, signal }));
}

export async function postWithFetch(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', ...init });
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    bytes: await response.arrayBuffer(),
  };
}

/** Fetches a file and keeps it under a temporary path. */
export function downloadFile(options: DownloadOptions): DownloadTask {
  return startDownload(options, async ({ url, headers }, signal, meter) => {
    const response = await fetch(url, { headers, signal });
    const field = (name: string) => response.headers.get(name) ?? '';
    const total = field('content-encoding') ? 0 : Number(field('content-length'));
    const parts: BlobPart[] = [];
    const reader = response.body?.getReader();
    let done = 0;
    let chunk = await reader?.read();
    while (chunk?.value) {
      parts.push(chunk.value);
      done += chunk.value.length;
      meter.report(done, total);
      chunk = await reader?.read();
    }
    return { status: response.status, type: field('content-type'), parts };
  });
}
