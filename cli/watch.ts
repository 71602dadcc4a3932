// In: the settings of a run and the run. Out: the run again whenever a script in its places changes, until Ctrl-C.
// What a run writes itself does not start another one: it changes nothing in the second run.

import { watch } from 'node:fs';
import path from 'node:path';

import { scriptPattern } from './choices.ts';
import type { ExitCode } from './exit-code.ts';
import { Failure, describeFailure } from './failure.ts';
import { findPlaces } from './files/search.ts';
import type { MigrateSettings } from './settings.ts';
import type { Streams } from './streams.ts';

/** Editors write a file in several steps; one run is enough for them. */
const settleMs = 100;

export async function watchAndRun(
  settings: MigrateSettings,
  streams: Streams,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  let last: ExitCode = 0;
  let timer: NodeJS.Timeout | undefined;
  let isRunning = true;
  let isPending = false;
  // The watch is on before the first run reads anything: no change goes unseen.
  const places = await findPlaces(settings.cwd, settings.paths);
  const watchers = places.map(({ path: place, isFolder }) =>
    watch(place, { recursive: isFolder }, (_event, name) => {
      const file = name ?? path.basename(place);
      if (!scriptPattern.test(file) || /(^|[\\/])(node_modules|\.git|\.cygnet)([\\/]|$)/.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void again(), settleMs);
    }),
  );
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  last = await runSafely();
  isRunning = false;
  streams.err('Watching for changes; Ctrl-C ends it.\n');
  if (isPending as boolean) void again();
  await stopped;
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  return last;

  async function again(): Promise<void> {
    if (isRunning) {
      isPending = true;
      return;
    }
    isRunning = true;
    do {
      isPending = false;
      streams.err('\nA file changed.\n');
      last = await runSafely();
    } while (isPending as boolean);
    isRunning = false;
  }

  /** A file that is half written now is whole in a moment: what fails is told, and the watch goes on. */
  async function runSafely(): Promise<ExitCode> {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      streams.err(describeFailure(error.parts));
      return 2;
    }
  }
}
