// In: fields and one file. Out: the bytes of a multipart/form-data body and its content type (U1).
// Knows nothing of requests.

import { randomBytes } from 'node:crypto';
import path from 'node:path';

export interface FilePart {
  /** The key of the file. */
  readonly name: string;
  readonly filename: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Fields first, in their order, then the file. */
export function encodeMultipart(
  fields: readonly (readonly [name: string, value: string])[],
  file: FilePart,
): { readonly type: string; readonly body: Buffer } {
  const boundary = `----swan${randomBytes(12).toString('hex')}`;
  const pieces: Buffer[] = [];
  for (const [name, value] of fields) {
    pieces.push(
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${quote(name)}"\r\n\r\n${value}\r\n`),
    );
  }
  const disposition = `form-data; name="${quote(file.name)}"; filename="${quote(file.filename)}"`;
  pieces.push(
    Buffer.from(`--${boundary}\r\nContent-Disposition: ${disposition}\r\nContent-Type: ${file.type}\r\n\r\n`),
    file.bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  );
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(pieces) };
}

const types: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.txt': 'text/plain',
  '.json': 'application/json',
};

/** The MIME type that a file name tells, `application/octet-stream` when none. */
export function typeOf(filename: string): string {
  return types[path.extname(filename).toLowerCase()] ?? 'application/octet-stream';
}

function quote(text: string): string {
  return text.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
}
