// In: standard input: a terminal, where one key is an answer, or lines, one for each. Out: the next answer, or that there is none
// any more: Ctrl-C, a signal, the end of the input. The terminal is given back as it was.
// Knows nothing of what is asked.

import { createInterface, emitKeypressEvents, type Key } from 'node:readline';
import type { ReadStream } from 'node:tty';

/** Why there are no more answers. */
export type Ending = 'interrupted' | 'closed';

export interface Keys {
  /** The next of `known` that a person gives. What is typed before it is asked for is no answer to it. */
  next(known: string): Promise<string | Ending>;
  close(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * @param refuse is told of a line that is no answer
 * @param resumed is told that the person is back, after Ctrl-Z
 */
export function openKeys(input: ReadStream, refuse: (line: string) => void, resumed = (): void => undefined): Keys {
  return input.isTTY ? keysOfTerminal(input, resumed) : keysOfLines(input, refuse);
}

/** The end that came, and who waits for it. */
function createEnding() {
  let ending: Ending | undefined;
  let tell: ((ending: Ending) => void) | undefined;
  const end = (how: Ending): void => {
    ending ??= how;
    tell?.(ending);
  };
  const interrupt = (): void => end('interrupted');
  for (const signal of signals) process.on(signal, interrupt);
  return {
    end,
    of: () => ending,
    wait: (told: (ending: Ending) => void) => void (tell = told),
    close() {
      for (const signal of signals) process.off(signal, interrupt);
    },
  };
}

/** How long a shell takes at most to stop us: where there is none that could, nothing stops. */
const stopsWithin = 100;

/** As a terminal does it that is not raw: the shell has it until the person comes back. */
function suspend(input: ReadStream, resumed: () => void): void {
  if (process.platform === 'win32') return;
  let isBack = false;
  const comeBack = (): void => {
    if (isBack) return;
    isBack = true;
    process.off('SIGCONT', comeBack);
    clearTimeout(timer);
    input.setRawMode(true);
    resumed();
  };
  const timer = setTimeout(comeBack, stopsWithin);
  process.once('SIGCONT', comeBack);
  input.setRawMode(false);
  process.kill(process.pid, 'SIGTSTP');
}

function keysOfTerminal(input: ReadStream, resumed: () => void): Keys {
  const ending = createEnding();
  let take: ((key: string) => void) | undefined;
  const wasRaw = input.isRaw;
  const onKey = (text: string | undefined, key: Key): void => {
    if (key.ctrl === true && (key.name === 'c' || key.name === 'd'))
      ending.end(key.name === 'c' ? 'interrupted' : 'closed');
    else if (key.ctrl === true && key.name === 'z') suspend(input, resumed);
    else if (key.ctrl !== true && key.meta !== true && text !== undefined) take?.(plainKey(text));
  };
  const onEnd = (): void => ending.end('closed');
  emitKeypressEvents(input);
  input.setRawMode(true);
  input.on('keypress', onKey).on('end', onEnd).resume();
  return {
    next: (known) =>
      new Promise((resolve) => {
        const already = ending.of();
        if (already) return resolve(already);
        ending.wait(resolve);
        take = (key) => {
          if (key.length !== 1 || !known.includes(key)) return;
          take = undefined;
          resolve(key);
        };
      }),
    close() {
      input.off('keypress', onKey).off('end', onEnd).pause();
      input.setRawMode(wasRaw);
      ending.close();
    },
  };
}

/** Chinese keyboards give `ｙ` and `？` as well. */
function plainKey(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

function keysOfLines(input: ReadStream, refuse: (line: string) => void): Keys {
  const ending = createEnding();
  const lines: string[] = [];
  let isOver = false;
  let look: (() => void) | undefined;
  const reader = createInterface({ input });
  reader.on('line', (line) => {
    lines.push(line);
    look?.();
  });
  reader.on('close', () => {
    isOver = true;
    look?.();
  });
  return {
    next: (known) =>
      new Promise((resolve) => {
        ending.wait(resolve);
        look = () => {
          for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
            const key = plainKey(line);
            if (key.length === 1 && known.includes(key)) {
              look = undefined;
              return resolve(key);
            }
            refuse(line);
          }
          const over = ending.of() ?? (isOver ? 'closed' : undefined);
          if (over) resolve(over);
        };
        look();
      }),
    close() {
      reader.close();
      ending.close();
    },
  };
}
