// In: the options of an upload whose progress is listened to. Out: its task.
// fetch tells nothing of what it has sent: browsers have XMLHttpRequest for that, in Node the bytes are counted as they are read.

import type { Loose } from './callbacks.ts';
import { readResponse } from './fetch-request.ts';
import type { Count } from './file-task.ts';
import { resultOf } from './result.ts';
import { startUpload, type Upload, type UploadOptions, type UploadResult, type UploadTask } from './upload.ts';

/** uploadFile for tasks whose onProgressUpdate is used. */
export function uploadFileWithProgress<Data = Loose>(options: UploadOptions<Data>, as?: 'json'): UploadTask {
  return startUpload(options, as, async (url, upload, dataType, count) => {
    if (count && typeof XMLHttpRequest === 'function') return postWithXhr(url, upload, dataType, count);
    return readResponse(await fetch(url, count ? await countedUpload(upload, count) : upload), dataType);
  });
}

function postWithXhr(url: string, upload: Upload, dataType: string, count: Count): Promise<UploadResult> {
  const { method, headers, body, signal } = upload;
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, url);
    xhr.responseType = 'arraybuffer';
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = ({ loaded, total }) => count(loaded, total);
    xhr.onload = () => {
      const type = xhr.getResponseHeader('content-type') ?? '';
      resolve(resultOf(xhr.status, { 'content-type': type }, xhr.response, dataType));
    };
    xhr.onerror = reject;
    signal.addEventListener('abort', () => xhr.abort());
    if (!signal.aborted) xhr.send(body);
  });
}

/** The same upload as a stream that counts. With its length given it is not sent in chunks, which many servers refuse. */
async function countedUpload(upload: Upload, count: Count): Promise<RequestInit> {
  const multipart = new Response(upload.body);
  const type = multipart.headers.get('content-type') ?? '';
  const blob = await multipart.blob();
  const headers = { ...upload.headers, 'content-type': type, 'content-length': String(blob.size) };
  return { ...upload, headers, body: counted(blob, count), duplex: 'half' } as object;
}

/** Counts a piece once the next one is asked for. */
async function* counted(blob: Blob, count: Count): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < blob.size; count(done, blob.size)) {
    const piece = blob.slice(done, done + 65536);
    yield new Uint8Array(await piece.arrayBuffer());
    done += piece.size;
  }
}
