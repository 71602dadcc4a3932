// In: how far a run is. Out: a bar on standard error where a person looks at it, and nothing into a pipe.
// Knows nothing of what is counted.

import type { InEach, Locale } from '../src/locale/locale.ts';
import type { Watcher } from './plan/plan.ts';
import type { Streams } from './streams.ts';

const formats: InEach<string> = { en: '{bar} {value}/{total} files', 'zh-CN': '{bar} {value}/{total} 个文件' };

/** Short runs are over before a bar is read. */
const worthIt = 200;

export function openProgress(streams: Streams, isQuiet: boolean, locale: Locale = 'en'): Watcher | undefined {
  if (!streams.isTerminal || isQuiet) return undefined;
  let bar: { increment(): void; stop(): void } | undefined;
  let early = 0;
  let isOver = false;
  return {
    start(total) {
      [early, isOver] = [0, false];
      if (total < worthIt) return;
      void import('cli-progress').then(({ default: { SingleBar } }) => {
        if (isOver) return;
        const single = new SingleBar({
          format: formats[locale],
          clearOnComplete: true,
          hideCursor: null,
          barsize: 30,
          stream: process.stderr,
        });
        single.start(total, early);
        bar = single;
      });
    },
    step() {
      if (bar) bar.increment();
      else early++;
    },
    stop() {
      isOver = true;
      bar?.stop();
      bar = undefined;
    },
  };
}
