// In: the options of an upload. Out: its task. The request itself is sent by the function that it is given (U1, U2, U4).
// Knows nothing of fetch and axios.

import type { Callbacks, Loose } from './callbacks.ts';
import type { Decoding } from './decode.ts';
import { fieldsOf, usable } from './encode.ts';
import { requireText } from './failure.ts';
import { startFileTask, type Count, type FileTask } from './file-task.ts';
import { openFile } from './temporary-files.ts';

export interface UploadResult<Data = Loose> {
  data: Data;
  statusCode: number;
  /** What a program may look for and the document does not give. */
  [field: string]: Loose;
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

/** What is sent: as fetch takes it. */
export interface Upload {
  method: 'POST';
  headers: Record<string, string>;
  body: FormData;
  signal: AbortSignal;
}

/** `count` is absent when nobody listens. */
export type Post = (url: string, upload: Upload, how: Decoding, count?: Count) => Promise<UploadResult>;

/** `how`: `{ dataType: 'json' }` hands over the parsed object where the answer is JSON, as devices do; else it is text, as documented (U2). */
export const startUpload = <Data>(
  options: UploadOptions<Data>,
  how: Decoding = { dataType: 'text' },
  post: Post,
): UploadTask => {
  const keys = ['totalBytesSent', 'totalBytesExpectedToSend'] as const;
  return startFileTask('uploadFile', options, keys, () => {
    const { filePath, name, formData } = Object(options);
    if (!(filePath instanceof Blob)) requireText('filePath', filePath);
    requireText('name', name);
    const fields = usable('formData', () => fieldsOf(formData));
    return async ({ url, headers, signal }, count, listeners) => {
      delete headers['content-type'];
      const file = await openFile(filePath);
      // Node 24 leaves a rejection behind when fetch is given a form and a signal that was aborted before.
      signal.throwIfAborted();
      const body = new FormData();
      for (const field of fields) body.append(...field);
      body.append(name, file);
      // A listener alone makes browsers ask the server for leave first: counted only where there is one.
      const counts = listeners.length ? count : undefined;
      const { data, statusCode } = await post(url, { method: 'POST', headers, body, signal }, how, counts);
      return { data, statusCode };
    };
  });
};
