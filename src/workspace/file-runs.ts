// In: what is wanted of files, and the machine. Out: what each of them comes to with all that others say to it, each
// combination worked out once. A file that the stack at hand is too small for is given to a larger one.
// Knows nothing of what others have to say.

import type { WorkspaceOptions } from './known.ts';
import type { Machine } from './machine.ts';
import { type FileJob, type FileOutcome, type FileTask, isTooDeep, rewriteFile } from './rewrite-file.ts';

export interface FileRuns {
  run(task: FileTask): Promise<FileOutcome>;
  /** Somebody looked at the file by himself, with this said to it. */
  note(task: FileTask): void;
  /** Whether anything has been worked out of a file, or noted. */
  knows(path: string): boolean;
  /** Of a file that is known: whether all that is known of it was worked out with this said to it. */
  has(task: FileTask): boolean;
  forget(path: string): void;
}

export function createRuns(options: WorkspaceOptions, machine: Machine): FileRuns {
  const job = jobOf(options);
  const known = new Map<string, Map<string, Promise<FileOutcome>>>();
  const noted = new Map<string, string>();
  return {
    run(task) {
      const { path } = task.found;
      const own = known.get(path) ?? new Map<string, Promise<FileOutcome>>();
      known.set(path, own);
      const key = keyOf(task);
      const outcome = own.get(key) ?? workOut(task);
      own.set(key, outcome);
      return outcome;
    },
    has(task) {
      const key = keyOf(task);
      const seen = noted.get(task.found.path);
      return known.get(task.found.path)?.has(key) !== false && (seen === undefined || seen === key);
    },
    note: (task) => void noted.set(task.found.path, keyOf(task)),
    knows: (path) => known.has(path) || noted.has(path),
    forget(path) {
      known.delete(path);
      noted.delete(path);
    },
  };

  async function workOut(task: FileTask): Promise<FileOutcome> {
    const outcome = await rewriteFile(machine, task, job, options.acceptIn?.(task.found));
    // A person's answers cannot go to another thread.
    if (!isTooDeep(outcome) || options.acceptIn) return outcome;
    return (await machine.rewriteDeep?.(task, job)) ?? outcome;
  }
}

export function jobOf({
  target,
  style = 'native',
  sockets = 'one',
  mark,
  unwrap,
  only,
  detail,
}: WorkspaceOptions): FileJob {
  return {
    ...(target !== undefined && { target }),
    style,
    sockets,
    ...(mark !== undefined && { mark }),
    ...(unwrap !== undefined && { unwrap }),
    ...(only && { only }),
    ...(detail ?? { hasText: false, hasHunks: false, hasChanges: false }),
  };
}

/** Everything that is said to a file, as one text; but for how the project is written, which would be read for it. */
function keyOf({ found, house: _, ...said }: FileTask): string {
  const asPlain = (_: string, value: unknown): unknown =>
    value instanceof Map ? [...(value as Map<unknown, unknown>)] : value;
  return JSON.stringify([found.fault, said], asPlain);
}
