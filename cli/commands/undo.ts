// In: a folder. Out: the last write there taken back, and which files that were.
// Knows the journal only; what the writes were for is none of its business.

import { realpath } from 'node:fs/promises';
import path from 'node:path';

import { printable } from '../../src/text/printable.ts';
import type { Locale } from '../../src/locale/locale.ts';
import type { ExitCode } from '../exit-code.ts';
import { Failure, reasonOf } from '../../src/workspace/failure.ts';
import { disk } from '../../src/workspace/disk/disk.ts';
import { shownPath } from '../../src/workspace/paths.ts';
import { findRoot } from '../../src/workspace/root.ts';
import type { Streams } from '../streams.ts';
import { describeLeft, undoLastRun } from '../write/undo.ts';

export interface UndoSettings {
  readonly cwd: string;
  /** As given: the folder of the project. */
  readonly folder?: string;
  /** Files that were edited since stay, and all others are taken back. */
  readonly keepsEdited: boolean;
  readonly isQuiet: boolean;
  readonly locale: Locale;
}

export async function undo({ cwd, folder, keepsEdited, isQuiet }: UndoSettings, streams: Streams): Promise<ExitCode> {
  const start = await realpath(path.resolve(cwd, folder ?? '.')).catch((error: unknown) => {
    throw new Failure({ what: `there is no folder ${folder ?? '.'}`, why: `${reasonOf(error)}.` });
  });
  // The root that a write would have taken, and none above it: that may be a journal of somebody else.
  const root = findRoot(disk, start, [start]);
  const { restored, removed, left, wasCutOff } = await undoLastRun(root, keepsEdited);
  const shown = (file: string) => printable(shownPath(cwd, path.join(root, file)));
  if (!isQuiet) {
    if (wasCutOff) streams.err('The last write had been cut off.\n');
    for (const file of restored) streams.err(`restored  ${shown(file)}\n`);
    for (const file of removed) streams.err(`removed   ${shown(file)}\n`);
  }
  if (left.length > 0) {
    for (const item of left) streams.err(`kept      ${describeLeft([{ ...item, file: shown(item.file) }])}\n`);
    streams.err('What was kept is on record still: cygnet undo takes it back as soon as it is as it was written.\n');
    return 1;
  }
  const count = restored.length + removed.length;
  if (!isQuiet) {
    streams.err(`${count === 0 ? 'No file had been written.' : 'Everything is as it was before the last write.'}\n`);
  }
  return 0;
}
