// In: a folder. Out: files for programs to upload, and a way to read what a download handed over.
// `photo` is what a page gets when the user picks something (a File) or what a mini-program gets (a path); `report` and `big`
// are paths in every world (U3). Files are written when they are first asked for. Knows nothing of the network.

import { existsSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export interface PickedFiles {
  readonly photo: string | File;
  readonly report: string;
  /** A path with a name that is not ASCII. */
  readonly named: string;
  /** The bytes of `report` as a page may hold them: a data: url, a blob: url, a Blob; in a mini-program the path. */
  readonly dataUrl: string;
  readonly blobUrl: string;
  readonly blob: string | Blob;
  readonly big: string;
  /** Leads nowhere. */
  readonly missing: string;
  /** The text of a file that a download handed over. */
  read(place: string | Blob): Promise<string>;
}

const reportBytes = Buffer.from('a report, in bytes');
const photo = Buffer.from('89504e470d0a1a0a73776f72642d6f722d7377616e', 'hex');

export function createPickedFiles(folder: string, isWeb: boolean): PickedFiles {
  const write = (name: string, bytes: () => Buffer): string => {
    const file = path.join(folder, name);
    if (!existsSync(file)) writeFileSync(file, bytes());
    return file;
  };
  return {
    get photo() {
      if (isWeb) return new File([photo], 'photo.png', { type: 'image/png' });
      return write('photo.png', () => photo);
    },
    get report() {
      return write('report.bin', () => reportBytes);
    },
    get named() {
      return write('报告 (1).bin', () => Buffer.from('named'));
    },
    get dataUrl() {
      return isWeb ? `data:application/octet-stream;base64,${reportBytes.toString('base64')}` : this.report;
    },
    get blobUrl() {
      return isWeb ? URL.createObjectURL(new Blob([reportBytes])) : this.report;
    },
    get blob() {
      return isWeb ? new Blob([reportBytes]) : this.report;
    },
    get big() {
      return write('big.bin', () => Buffer.alloc(700_000, 'swan'));
    },
    missing: path.join(folder, 'not-there.bin'),
    async read(place) {
      if (typeof place !== 'string') return place.text();
      return place.startsWith('blob:') ? (await fetch(place)).text() : readFile(place, 'utf8');
    },
  };
}
