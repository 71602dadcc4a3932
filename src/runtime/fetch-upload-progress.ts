// In: the options of an upload whose progress is listened to. Out: its task.
// fetch tells nothing of what it has sent: browsers have XMLHttpRequest for that, in Node the bytes are counted as they are read.

import type { Loose } from './callbacks.ts';
import { decode, type Decoding } from './decode.ts';
import { reading } from './fetch-request.ts';
import type { Count } from './file-task.ts';
import { startUpload, type Upload, type UploadOptions, type UploadResult, type UploadTask } from './upload.ts';

/** uploadFile for tasks whose onProgressUpdate is used. */
export const uploadFileWithProgress = <Data = Loose>(options: UploadOptions<Data>, how?: Decoding): UploadTask =>
  startUpload(options, how, (url, upload, decoding, count) => {
    if (count && typeof XMLHttpRequest === 'function') return postWithXhr(url, upload, decoding, count);
    const start = async () => fetch(url, count ? await countedUpload(upload, count) : upload);
    return reading(start, decoding)(upload.signal);
  });

const postWithXhr = (
  url: string,
  { headers, body, signal }: Upload,
  how: Decoding,
  count: Count,
): Promise<UploadResult> =>
  new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', url);
    xhr.responseType = 'arraybuffer';
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = ({ loaded, total }) => count(loaded, total);
    xhr.onload = () => {
      resolve({
        data: decode(xhr.response, xhr.getResponseHeader('content-type'), how.dataType),
        statusCode: xhr.status,
      });
    };
    xhr.onerror = reject;
    signal.onabort = () => xhr.abort();
    xhr.send(body);
  });

/** The same upload as a stream that counts. With its length given it is not sent in chunks, which many servers refuse. */
const countedUpload = async (upload: Upload, count: Count): Promise<RequestInit> => {
  const blob = await new Response(upload.body).blob();
  const headers = { ...upload.headers, 'content-type': blob.type, 'content-length': blob.size };
  return { ...upload, headers, body: counted(blob, count), duplex: 'half' } as object;
};

/** Counts a piece once the next one is asked for. */
async function* counted(blob: Blob, count: Count): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < blob.size; count(done, blob.size)) {
    const piece = blob.slice(done, done + 65536);
    yield new Uint8Array(await piece.arrayBuffer());
    done += piece.size;
  }
}
