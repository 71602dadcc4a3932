// In: what stands behind `npm start --`. Out: the main job's own output.
// Without arguments it shows what migrating examples/mini-program to fetch would change, and how to go on;
// with arguments it is `cygnet migrate`, run where the user stands. Builds first when dist is older than its sources.

import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const args = process.argv.slice(2);

if (node(root, path.join(root, 'scripts/build.mjs'), '--if-needed') !== 0) process.exit(2);

const program = path.join(root, 'dist/cli/main.js');
if (args.length > 0) {
  process.exitCode = node(process.env.INIT_CWD ?? process.cwd(), program, 'migrate', ...args);
} else {
  const status = node(root, program, 'migrate', 'examples/mini-program', '--to', 'fetch');
  // The example holds a call that is left to a person, which is 1 for scripts and no fault here.
  process.exitCode = status === 1 ? 0 : status;
  console.error(
    '\nOn your own project: npm start -- PATH --to axios --write' +
      ' (or --to fetch, or --to wx; without --write it shows the changes only).',
  );
}

function node(cwd, ...command) {
  const { status, error } = spawnSync(process.execPath, command, { cwd, stdio: 'inherit' });
  if (error) console.error(error.message);
  return status ?? 2;
}
