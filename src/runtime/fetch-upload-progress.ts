// In: the options of an upload whose progress is listened to. Out: its task.
// fetch tells nothing of what it has sent: browsers have XMLHttpRequest for that, in Node the bytes are counted as they are read.

import { postWithFetch } from './fetch-files.ts';
import type { Meter } from './file-task.ts';
import { startUpload, type Answer, type Upload, type UploadOptions, type UploadTask } from './upload.ts';

/** uploadFile for tasks whose onProgressUpdate is used. */
export function uploadFileWithProgress<Data>(options: UploadOptions<Data>, as?: 'json'): UploadTask {
  return startUpload(options, as, (upload, signal, meter) => {
    // A listener alone makes browsers ask the server for leave first: only where there is one.
    if (!meter.hasListeners()) return postWithFetch(upload.url, { ...upload, signal });
    return typeof XMLHttpRequest === 'undefined'
      ? postCounted(upload, signal, meter)
      : postWithXhr(upload, signal, meter);
  });
}

function postWithXhr({ url, headers, body }: Upload, signal: AbortSignal, meter: Meter): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', url);
    xhr.responseType = 'arraybuffer';
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = ({ loaded, total }) => meter.report(loaded, total);
    xhr.onload = () =>
      resolve({ status: xhr.status, type: xhr.getResponseHeader('content-type') ?? '', bytes: xhr.response });
    xhr.onerror = reject;
    signal.addEventListener('abort', () => xhr.abort());
    if (!signal.aborted) xhr.send(body);
  });
}

async function postCounted({ url, headers, body }: Upload, signal: AbortSignal, meter: Meter): Promise<Answer> {
  const response = new Response(body);
  const type = response.headers.get('content-type') ?? '';
  const multipart = await response.blob();
  let done = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, output) {
      done += chunk.length;
      meter.report(done, multipart.size);
      output.enqueue(chunk);
    },
  });
  const init: RequestInit & { duplex: 'half' } = {
    // With its length given the body is not sent in chunks, which many servers refuse.
    headers: { ...headers, 'content-type': type, 'content-length': String(multipart.size) },
    body: multipart.stream().pipeThrough(counter),
    duplex: 'half',
    signal,
  };
  return postWithFetch(url, init);
}
