// In: arguments. Out: what the program prints and how it ends, run in the process of the test, one after the other: what is slow is to
// start. For what does not depend on a process of its own: no signals, no standard input, no streams that close.

import { vi } from 'vitest';

import { runToEnd } from '../../cli/run-to-end.ts';
import { type Ended, program } from './command-line.ts';

interface HereOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

let last: Promise<unknown> = Promise.resolve();

/** As `cygnet` of command-line.ts. */
export function cygnetHere(args: readonly string[], options: HereOptions): Promise<Ended> {
  const ended = last.then(() => runHere(args, options));
  last = ended.catch(() => undefined);
  return ended;
}

async function runHere(args: readonly string[], { cwd, env = {} }: HereOptions): Promise<Ended> {
  const home = process.cwd();
  const before = { ...process.env };
  for (const name of ['FORCE_COLOR', 'NO_COLOR', 'CYGNET_TEST_FAULT']) delete process.env[name];
  Object.assign(process.env, env);
  // What a report says of the command line, it has from there.
  const { argv } = process;
  process.argv = [process.execPath, program, ...args];
  process.chdir(cwd);
  const [stdout, stderr] = [listenTo(process.stdout), listenTo(process.stderr)];
  try {
    const code = await runToEnd(args, () => undefined);
    return { code, signal: null, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.restore();
    stderr.restore();
    process.chdir(home);
    process.argv = argv;
    process.env = before;
  }
}

function listenTo(stream: NodeJS.WriteStream) {
  let text = '';
  const listeners = stream.listeners('error');
  const spy = vi.spyOn(stream, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  return {
    text: () => text,
    restore() {
      spy.mockRestore();
      for (const one of stream.listeners('error')) {
        if (!listeners.includes(one)) stream.off('error', one as () => void);
      }
    },
  };
}
