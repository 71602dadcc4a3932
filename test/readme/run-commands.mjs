// In: on standard input, a list of commands with the folder that each runs in. Out: on standard output, as JSON, what each ended
// with. Those of cygnet are those of the program as it was built, in this one process: what is slow is to start.
// Knows nothing of what they are for.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const main = path.resolve(import.meta.dirname, '../../dist/cli/main.js');
const [, part = ''] = /import\("([^"]*\/run-[^"]+)"\)/.exec(readFileSync(main, 'utf8')) ?? [];
const program = pathToFileURL(path.resolve(path.dirname(main), part)).href;
const { stdout } = process;
const tell = stdout.write.bind(stdout);
let said = '';
const hear = (text) => {
  said += text;
  return true;
};
stdout.write = hear;
process.stderr.write = hear;

let count = 0;
const run = async (cwd, [name, ...args]) => {
  said = '';
  process.chdir(cwd);
  if (name === 'git') {
    const own = ['-c', 'user.name=t', '-c', 'user.email=t@example.com'];
    const { status, stderr } = spawnSync('git', [...own, ...args], { encoding: 'utf8' });
    return { code: status, said: stderr };
  }
  process.argv = [process.execPath, main, ...(name === 'npx' ? args.slice(1) : args)];
  // It runs when it is loaded; under another address it is loaded again, and what it imports is not.
  await (
    await import(`${program}?${count++}`)
  ).ended;
  return { code: process.exitCode, said };
};

const results = [];
for (const { cwd, words } of JSON.parse(readFileSync(0, 'utf8'))) results.push(await run(cwd, words));
tell(JSON.stringify(results));
process.exitCode = 0;
