// In: a root. Out: the last write there taken back, byte for byte: all of its files, or none when one of them was edited
// since; with `keepsEdited` all but those. The journal lives on as long as a file is not as it was.
// Knows nothing of swan.

import { printable } from '../../src/text/printable.ts';
import { Failure, reasonOf } from '../../src/workspace/failure.ts';
import { withLock } from './lock.ts';
import { type NotRestored, type Restored, type State, notRestored, restoreRun, statesOf } from './restore.ts';
import { type JournalRun, dropRun, dropUnfinished, findRuns } from './runs.ts';

export interface Undone extends Restored {
  /** The write had been cut off. */
  readonly wasCutOff: boolean;
}

/** @throws Failure when there is nothing to undo, or when a file was edited since and is not to be kept */
export async function undoLastRun(root: string, keepsEdited: boolean): Promise<Undone> {
  if ((await findRuns(root).next()).done === true) throw nothingToUndo(root);
  return withLock(root, async () => {
    await dropUnfinished(root);
    const run = await findRun(root, keepsEdited);
    const done = await restoreRun(root, run).catch((error: unknown) => {
      if (error instanceof Failure) throw error;
      throw new Failure({ what: 'nothing could be taken back, and no file was touched', why: `${reasonOf(error)}.` });
    });
    if (done.left.length === 0) await dropRun(run);
    else if (!keepsEdited) throw halfDone(done);
    return { ...done, wasCutOff: !run.isDone };
  });
}

/** The last one; with `keepsEdited` the last one of which something can be taken back. */
async function findRun(root: string, keepsEdited: boolean): Promise<JournalRun> {
  const stuck: NotRestored[] = [];
  for await (const run of findRuns(root)) {
    const states = await statesOf(root, run);
    const left = leftOf(run, states);
    if (left.length === 0) return run;
    if (!keepsEdited) throw notTouched(left);
    const isRest = run.journal.entries.some((entry, i) => states[i]?.is === 'after' && !entry.isShim);
    if (isRest) return run;
    stuck.push(...left);
  }
  if (stuck.length === 0) throw nothingToUndo(root);
  throw notTouched(stuck);
}

function leftOf(run: JournalRun, states: readonly State[]): NotRestored[] {
  return run.journal.entries.flatMap((entry, i) => {
    const state = states[i];
    if (!state || state.is === 'before' || state.is === 'after') return [];
    if (state.is === 'unknown') {
      throw new Failure({ what: `${entry.file} cannot be looked at, so nothing was taken back`, why: `${state.why}.` });
    }
    return [notRestored(run, i, entry, state.why, state.is === 'edited')];
  });
}

/** One line for each: the file, why it was left, and where its bytes as they were lie. */
export function describeLeft(left: readonly NotRestored[]): string {
  return left
    .map(({ file, why, copy, isEdited }) => {
      const where = copy === undefined ? '' : ` (${isEdited ? 'as it was' : 'its copy'}: ${copy})`;
      return `${printable(file)}: ${why}${where}`;
    })
    .join('\n');
}

function notTouched(left: readonly NotRestored[]): Failure {
  const count = `${left.length} ${left.length === 1 ? 'file was' : 'files were'}`;
  return new Failure({
    what: left.every(({ isEdited }) => isEdited)
      ? `${count} edited since the last write, so nothing was taken back`
      : `${left.length} ${left.length === 1 ? 'file' : 'files'} cannot be taken back, so nothing was`,
    why: describeLeft(left),
    help: 'cygnet undo --keep-edited takes the other files back and leaves these as they are.',
  });
}

function halfDone({ restored, removed, left }: Restored): Failure {
  const count = restored.length + removed.length;
  return new Failure({
    what: `${left.length} of the files could not be brought back; ${count === 0 ? 'no other was touched' : `the other ${count} are as they were`}`,
    why: describeLeft(left),
    help: 'Mend that, then run cygnet undo again.',
  });
}

function nothingToUndo(root: string): Failure {
  return new Failure({
    what: `there is nothing to undo in ${root}`,
    why: 'No write of cygnet is on record there.',
    help: 'Name the folder of the project: cygnet undo PATH.',
  });
}
