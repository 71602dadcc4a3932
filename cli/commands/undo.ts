// In: a folder. Out: the last write there taken back, and which files that were.
// Knows the journal only; what the writes were for is none of its business.

import { realpath } from 'node:fs/promises';
import path from 'node:path';

import type { ExitCode } from '../exit-code.ts';
import { Failure, reasonOf } from '../failure.ts';
import { existsSync } from 'node:fs';
import { findRoot, shownPath, upwards } from '../files/root.ts';
import type { Streams } from '../streams.ts';
import { runsFolderOf } from '../write/state-folder.ts';
import { undoLastRun } from '../write/undo.ts';

export async function undo(
  cwd: string,
  named: string | undefined,
  isQuiet: boolean,
  streams: Streams,
): Promise<ExitCode> {
  const start = await realpath(path.resolve(cwd, named ?? '.')).catch((error: unknown) => {
    throw new Failure({ what: `there is no folder ${named ?? '.'}`, why: `${reasonOf(error)}.` });
  });
  // The nearest folder that holds a journal; without one, the root that a write would have taken.
  const root = upwards(start).find((folder) => existsSync(runsFolderOf(folder))) ?? findRoot(start, [start]);
  const { restored, removed, wasCutOff } = await undoLastRun(root);
  if (isQuiet) return 0;
  if (wasCutOff) streams.err('The last write had been cut off.\n');
  for (const file of restored) streams.err(`restored  ${shownPath(cwd, path.join(root, file))}\n`);
  for (const file of removed) streams.err(`removed   ${shownPath(cwd, path.join(root, file))}\n`);
  const count = restored.length + removed.length;
  streams.err(`${count === 0 ? 'No file had been written.' : 'Everything is as it was before the last write.'}\n`);
  return 0;
}
