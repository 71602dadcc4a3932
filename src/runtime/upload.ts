// In: the options of an upload. Out: its task. The request itself is sent by the function that it is given (U1, U2, U4).

import type { Callbacks, Loose } from './callbacks.ts';
import { decode } from './decode.ts';
import { usable, fieldsOf, requireUrl } from './encode.ts';
import { requireText } from './failure.ts';
import { startFileTask, type FileTask, type Meter } from './file-task.ts';
import { headerFields } from './headers.ts';
import { openFile } from './temporary-files.ts';

export interface UploadResult<Data = Loose> {
  data: Data;
  statusCode: number;
}

export interface UploadOptions<Data = Loose> extends Callbacks<UploadResult<Data>> {
  url: string;
  /** A path that a download gave, a blob:, data: or http(s): url, a File or Blob; in Node also a path on disk. */
  filePath: string | Blob;
  /** The name of the field that holds the file. */
  name: string;
  /** A content type is dropped: multipart/form-data has a boundary in it. */
  header?: object | null | undefined;
  /** Fields that are sent before the file. */
  formData?: object | null | undefined;
}

export interface UploadProgress {
  /** Percent, an integer. */
  progress: number;
  totalBytesSent: number;
  /** 0 while it is not known. */
  totalBytesExpectedToSend: number;
}

export type UploadTask = FileTask<UploadProgress>;

export interface Upload {
  url: string;
  headers: Record<string, string>;
  body: FormData;
}

/** What came back, read to its end. */
export interface Answer {
  status: number;
  type: string;
  bytes: ArrayBuffer;
}

export type Post = (upload: Upload, signal: AbortSignal, meter: Meter) => Promise<Answer>;

/** `as`: hand over the parsed object where the answer is JSON, as devices do; otherwise text, as documented (U2). */
export function startUpload<Data>(options: UploadOptions<Data>, as: 'json' | undefined, post: Post): UploadTask {
  const progressOf = (progress: number, totalBytesSent: number, totalBytesExpectedToSend: number) => ({
    progress,
    totalBytesSent,
    totalBytesExpectedToSend,
  });
  return startFileTask('uploadFile', options, progressOf, async (signal, meter) => {
    const { url, filePath, name, header, formData } = Object(options);
    requireUrl(url);
    if (!(filePath instanceof Blob)) requireText('filePath', filePath);
    requireText('name', name);
    const headers = headerFields(header);
    delete headers['content-type'];
    const fields = usable('formData', () => fieldsOf(formData));
    await null; // an abort in the tick of the call sends nothing
    const file = await openFile(filePath);
    const body = new FormData();
    for (const [key, value] of fields) body.append(key, value);
    body.append(name, file, file.name);
    const { status, type, bytes } = await post({ url, headers, body }, signal, meter);
    return { data: decode(bytes, type, as ?? 'text') as Data, statusCode: status };
  });
}
