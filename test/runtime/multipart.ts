// In: a request with a multipart body. Out: its fields and files, in the order in which they came, read by busboy.
// Knows nothing of who sent it.

import busboy from 'busboy';
import type { Received } from './server.ts';

export interface Part {
  readonly name: string;
  readonly value: string;
  /** Of a file only. */
  readonly filename?: string | undefined;
  readonly type?: string;
  readonly bytes?: Buffer;
}

export function partsOf({ headers, bytes }: Received): Promise<Part[]> {
  return new Promise((resolve, reject) => {
    const parts: Part[] = [];
    const parser = busboy({ headers, defParamCharset: 'utf8', limits: { fileSize: 64 * 1024 * 1024 } });
    parser.on('field', (name, value) => parts.push({ name, value }));
    parser.on('file', (name, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      const place = parts.push({ name, value: '' }) - 1;
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const file = Buffer.concat(chunks);
        parts[place] = { name, value: file.toString('utf8'), filename, type: mimeType, bytes: file };
      });
    });
    parser.on('close', () => resolve(parts));
    parser.on('error', reject);
    parser.end(bytes);
  });
}
