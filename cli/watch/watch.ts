// In: the settings of a run, how to read them again, and the run. Out: the run again whenever something that it reads changes, until
// Ctrl-C, each time with a line that says what changed and what it came to.
// What a run wrote itself does not start another one. Knows nothing of what a run does.

import type { ExitCode } from '../exit-code.ts';
import type { FileResult } from '../../src/workspace/file-result.ts';
import { Failure, describeFailure } from '../../src/workspace/failure.ts';
import { readRegular } from '../../src/workspace/disk/regular-file.ts';
import { hashOf } from '../../src/workspace/disk/source.ts';
import { scriptPattern } from '../../src/workspace/choices.ts';
import { type Locale, wordsIn } from '../../src/locale/locale.ts';
import { printable } from '../../src/text/printable.ts';
import { shownPath } from '../../src/workspace/paths.ts';
import type { MigrateSettings } from '../settings.ts';
import type { Streams } from '../streams.ts';
import { type Watch, openWatch } from './open-watch.ts';
import { roundLine } from './round-line.ts';

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
  readonly files: readonly FileResult[];
}

export interface Watched {
  /** Reads the config again. @throws Failure when there is something wrong with it */
  readonly settings: () => Promise<MigrateSettings>;
  /** @param isFirst the others are told of in a line each */
  readonly run: (settings: MigrateSettings, isFirst: boolean) => Promise<WatchedRun>;
}

const watchWords = {
  watching: { en: 'Watching for changes; Ctrl-C ends it.', 'zh-CN': '正在监视改动；按 Ctrl-C 结束。' },
  waiting: {
    en: (names: string) => `${names} changed, and nothing was run:`,
    'zh-CN': (names: string) => `${names} 已改动，但未能运行：`,
  },
};

export async function watchAndRun(first: MigrateSettings, streams: Streams, watched: Watched): Promise<ExitCode> {
  const { cwd, locale } = first;
  const changed = new Set<string>();
  let last: WatchedRun = { code: 0, written: new Map(), files: [] };
  let settings = first;
  let timer: NodeJS.Timeout | undefined;
  let isRunning = true;
  const { stopped, fail, close } = untilStopped();
  const note = (file: string): void => {
    changed.add(file);
    settle();
  };
  // The watch is on before the first run reads anything: no change goes unseen.
  let watch: Watch = await openWatch(settings, note, fail);
  try {
    last = await runSafely([]);
    isRunning = false;
    streams.err(`${watchWords.watching[locale]}\n`);
    settle();
    await stopped;
    return last.code;
  } finally {
    clearTimeout(timer);
    close();
    await watch.close();
  }

  function settle(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void runIfChanged().catch(fail), settleMs);
  }

  async function runIfChanged(): Promise<void> {
    if (isRunning || changed.size === 0) return;
    isRunning = true;
    const files = await takeChanges();
    if (files.length > 0) last = await runSafely(files);
    isRunning = false;
    settle();
  }

  /** Those that are not as the last run left them. */
  async function takeChanges(): Promise<string[]> {
    const files = [...changed].sort();
    changed.clear();
    const isForeign = await Promise.all(files.map(async (file) => !(await isAsWritten(file, last.written))));
    return files.filter((_, i) => isForeign[i]);
  }

  /** A file that is half written now is whole in a moment: what fails is told, and the watch goes on. */
  async function runSafely(files: readonly string[]): Promise<WatchedRun> {
    const isFirst = files.length === 0;
    try {
      if (!isFirst) await readSettings(files);
      const done = await watched.run(settings, isFirst);
      const round = { cwd, changed: files, files: done.files, isWritten: settings.isWrite };
      if (!isFirst) streams.err(`${roundLine(round, locale)}\n`);
      return done;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (!isFirst) streams.err(`${waiting(files, cwd, locale)}\n`);
      streams.err(describeFailure(error.parts, locale));
      return { code: 2, written: new Map(), files: [] };
    }
  }

  /** What is no script may say that others are to be watched. */
  async function readSettings(files: readonly string[]): Promise<void> {
    if (files.every((file) => scriptPattern.test(file) && file !== settings.configFile)) return;
    settings = await watched.settings();
    const before = watch;
    watch = await openWatch(settings, note, fail);
    await before.close();
  }
}

function waiting(files: readonly string[], cwd: string, locale: Locale): string {
  const names = files.map((file) => shownPath(cwd, file)).join(', ');
  return printable(wordsIn(watchWords, locale).waiting(names));
}

/** Settles with a signal, or fails with what went wrong. */
function untilStopped() {
  let stop: () => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const stopped = new Promise<void>((resolve, reject) => {
    [stop, fail] = [resolve, reject];
  });
  stopped.catch(() => undefined); // it may fail before anybody waits
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, stop);
  return {
    stopped,
    fail: (error: unknown) => fail(error),
    close() {
      for (const signal of signals) process.off(signal, stop);
    },
  };
}

async function isAsWritten(file: string, written: Written): Promise<boolean> {
  const hash = written.get(file);
  if (hash === undefined) return false;
  return readRegular(file).then(
    ({ bytes }) => hashOf(bytes) === hash,
    () => false,
  );
}
