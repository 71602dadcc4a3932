// In: the data of the page. Out: the same in letters and digits, a tenth as long: programs repeat themselves.
// Unpacked by review/unpack.ts.

import { deflateSync } from 'node:zlib';

import type { PageData } from './page-data.ts';

export function packed(data: PageData): string {
  return deflateSync(JSON.stringify(data), { level: 9 }).toString('base64');
}
