// In: the options of uploadFile. Out: the POST that it makes (U1), with the file read at the time of sending.
// Knows nothing of results and of progress.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { asJson, asText, encodeHeader, requireText, type Outgoing } from './encode.ts';
import { encodeMultipart, typeOf } from './multipart.ts';

export interface Upload {
  readonly url: string;
  readonly filePath: string;
  readonly name: string;
  readonly header: Record<string, string>;
  readonly fields: readonly (readonly [string, string])[];
}

/** @throws BadParameter */
export function prepareUpload({ url, filePath, name, header, formData }: Readonly<Record<string, unknown>>): Upload {
  const shape = formData === undefined || formData === null ? {} : asJson(formData);
  return {
    url: requireText('url', url),
    filePath: requireText('filePath', filePath),
    name: requireText('name', name),
    header: encodeHeader(header),
    fields: Object.entries(shape as object).map(([key, value]) => [key, asText(value)]),
  };
}

/** @throws Error that names filePath when there is no such file. */
export async function readUpload(upload: Upload): Promise<Outgoing> {
  const bytes = await readFile(upload.filePath).catch(() => {
    throw new Error(`filePath leads to no file: ${upload.filePath}`);
  });
  const filename = path.basename(upload.filePath);
  const { type, body } = encodeMultipart(upload.fields, {
    name: upload.name,
    filename,
    type: typeOf(filename),
    bytes,
  });
  return { method: 'POST', url: upload.url, header: { ...upload.header, 'content-type': type }, body };
}
