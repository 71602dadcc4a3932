// In: on standard input, a list of commands with the folder that each runs in. Out: on standard output, as JSON, what each
// ended with. Those of cygnet run in this one process: what is slow is to start. Knows nothing of what they are for.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importSources } from '../../scripts/import-sources.mjs';

const { openSpeech, runProgram } = await importSources(
  'commands',
  "export { runProgram } from './cli/program.ts';\nexport { openSpeech } from './cli/speech.ts';",
);
// A file that needs a thread of its own is read by the program as it was built.
process.argv[1] = path.resolve(import.meta.dirname, '../../dist/cli/main.js');
const { stdout } = process;
const tell = stdout.write.bind(stdout);
let said = '';
const hear = (text) => {
  said += text;
  return true;
};
stdout.write = hear;
process.stderr.write = hear;

const run = async (cwd, [program, ...args]) => {
  said = '';
  process.chdir(cwd);
  if (program === 'git') {
    const { status, stderr } = spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      encoding: 'utf8',
    });
    return { code: status, said: stderr };
  }
  if (program === 'npx') args.shift();
  try {
    const code = await runProgram(args, openSpeech(args, hear));
    return { code, said };
  } catch (error) {
    return { code: 2, said: said + error.stack };
  }
};

const results = [];
for (const { cwd, words } of JSON.parse(readFileSync(0, 'utf8'))) results.push(await run(cwd, words));
tell(JSON.stringify(results), () => process.exit());
