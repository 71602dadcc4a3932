// In: the settings of a run and the run. Out: the run again whenever a script in its places changes, until Ctrl-C.
// What a run leaves out is not watched, and what it wrote itself does not start another one.
// Knows nothing of what a run does.

import { realpath } from 'node:fs/promises';

import { type FSWatcher, watch } from 'chokidar';

import { scriptPattern } from '../src/workspace/choices.ts';
import type { ExitCode } from './exit-code.ts';
import { Failure, codeOf, describeFailure, reasonOf } from '../src/workspace/failure.ts';
import { disk } from '../src/workspace/disk/disk.ts';
import { readRegular } from '../src/workspace/disk/regular-file.ts';
import { findSearchRoots } from '../src/workspace/search/search-roots.ts';
import { hashOf } from '../src/workspace/disk/source.ts';
import { findUnwatched } from './files/unwatched.ts';
import type { MigrateSettings } from './settings.ts';
import type { Streams } from './streams.ts';

/**
 * Editors write a file in several steps; one run is enough for them. Longer than the 50 ms within which chokidar takes
 * two changes of a file for one: what the file holds is looked at after both.
 */
const settleMs = 100;

/** What a run wrote: the hash of the new bytes by path. */
export type Written = ReadonlyMap<string, string>;

export interface WatchedRun {
  readonly code: ExitCode;
  readonly written: Written;
}

export async function watchAndRun(
  settings: MigrateSettings,
  streams: Streams,
  run: () => Promise<WatchedRun>,
): Promise<ExitCode> {
  let last: WatchedRun = { code: 0, written: new Map() };
  let timer: NodeJS.Timeout | undefined;
  let isRunning = true;
  const changed = new Set<string>();
  // The watch is on before the first run reads anything: no change goes unseen.
  const { watcher, stopped } = await openWatch(settings, (file) => {
    changed.add(file);
    settle();
  });
  try {
    last = await runSafely();
    isRunning = false;
    streams.err('Watching for changes; Ctrl-C ends it.\n');
    settle();
    await stopped;
    return last.code;
  } finally {
    clearTimeout(timer);
    await watcher.close();
  }

  function settle(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void runIfChanged(), settleMs);
  }

  async function runIfChanged(): Promise<void> {
    if (isRunning || changed.size === 0) return;
    isRunning = true;
    if (await takeChanges()) {
      streams.err('\nA file changed.\n');
      last = await runSafely();
    }
    isRunning = false;
    settle();
  }

  /** True when one of the files is not as the last run left it. */
  async function takeChanges(): Promise<boolean> {
    const files = [...changed];
    changed.clear();
    const isForeign = await Promise.all(files.map(async (file) => !(await isAsWritten(file, last.written))));
    return isForeign.includes(true);
  }

  /** A file that is half written now is whole in a moment: what fails is told, and the watch goes on. */
  async function runSafely(): Promise<WatchedRun> {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      streams.err(describeFailure(error.parts, settings.locale));
      return { code: 2, written: new Map() };
    }
  }
}

async function isAsWritten(file: string, written: Written): Promise<boolean> {
  const hash = written.get(file);
  if (hash === undefined) return false;
  return readRegular(file).then(
    ({ bytes }) => hashOf(bytes) === hash,
    () => false,
  );
}

/** Ready when it returns; `stopped` settles with a signal, or fails when the system does not go on watching. */
async function openWatch(
  settings: MigrateSettings,
  onChange: (file: string) => void,
): Promise<{ watcher: FSWatcher; stopped: Promise<void> }> {
  const places = findSearchRoots(disk, settings.cwd, settings.paths);
  const isUnwatched = await findUnwatched(places, settings);
  const paths = await Promise.all(places.map((place) => realpath(place.path)));
  const watcher = watch(paths, { ignored: isUnwatched, ignoreInitial: true, followSymlinks: false });
  const stopped = new Promise<void>((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    watcher.once('error', (error) => {
      reject(brokenWatch(error));
    });
  });
  const ready = new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  for (const event of ['add', 'change', 'unlink'] as const) {
    watcher.on(event, (file) => {
      if (scriptPattern.test(file)) onChange(file);
    });
  }
  await Promise.race([ready, stopped]).catch(async (error: unknown) => {
    await watcher.close();
    throw error;
  });
  return { watcher, stopped };
}

function brokenWatch(error: unknown): Failure {
  const isFull = codeOf(error) === 'ENOSPC' || codeOf(error) === 'EMFILE';
  return new Failure({
    what: 'the files cannot be watched',
    why: isFull ? 'The system watches no more files for this user.' : reasonOf(error),
    help: 'Name the folders that matter, or run again without --watch.',
  });
}
