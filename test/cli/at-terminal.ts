// In: arguments. Out: the real program in a terminal of its own, made with `script` where there is that: what the screen shows, and
// hands that type. Holds no expectation.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

import { afterAll } from 'vitest';

import { program } from './command-line.ts';

const started: ChildProcess[] = [];

afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

export const hasTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

/** `cols` are the columns of the terminal. */
export function atTerminal(args: readonly string[], cwd: string, env: Record<string, string> = {}, cols = 120) {
  const words = [process.execPath, program, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  const child = spawn(
    'script',
    ['-qefc', `tty; stty cols ${cols} rows 50; ${words.join(' ')}; code=$?; stty -a; exit $code`, '/dev/null'],
    {
      cwd,
      env: { ...process.env, NO_COLOR: undefined, TERM: 'xterm-256color', ...env },
    },
  );
  started.push(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const text = (): string => stripVTControlCharacters(output).replaceAll('\r\n', '\n');
  return {
    raw: () => output,
    text,
    say: (typed: string) => child.stdin.write(typed),
    /** The person makes the window wider or narrower. */
    resize(columns: number) {
      const [device = ''] = /\/dev\/\S+/.exec(text()) ?? [];
      spawnSync('stty', ['-F', device, 'cols', String(columns)]);
    },
    /** The person is gone. */
    close: () => child.stdin.end(),
    /** Waits until the question under a heading is there, and listens. */
    async asks(heading: string) {
      await this.sees(heading);
      for (let i = 0; !text().split(heading).at(-1)?.includes('[y/'); i++) {
        if (i > 1000) throw new Error(`${heading} asks nothing:\n${text()}`);
        await delay(20);
      }
    },
    /** Waits until the screen has shown the text that many times. */
    async sees(wanted: string, times = 1) {
      for (let i = 0; text().split(wanted).length <= times; i++) {
        if (i > 1000) throw new Error(`${wanted} was not shown:\n${text()}`);
        await delay(20);
      }
    },
    end: () => new Promise<number | null>((resolve) => child.on('close', resolve)),
  };
}
