// In: examples/mini-program. Out: examples/after-fetch and so on, for each target: the files that the command line changes in it,
// and the shim, as it writes them. `--check` writes nothing and says which files are not as they would be written.
// Another folder than examples can be given; builds the command line when it is older than its sources.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.dirname(import.meta.dirname);
const [option, given = path.join(root, 'examples'), ...others] = process.argv.slice(2);
const isCheck = option === '--check';

if (others.length > 0 || (option !== undefined && !isCheck)) {
  stop('There is nothing to say but --check, and behind it the folder to look at instead of examples.');
} else {
  runScript('scripts/build.mjs', '--if-needed');
  const { targetNames } = await import(pathToFileURL(path.join(root, 'dist/index.js')).href);
  const stale = targetNames.flatMap((target) => bringUpToDate(target));
  for (const name of stale) console.log(`${isCheck ? 'not current' : 'written'}: ${name}`);
  if (isCheck && stale.length > 0) stop('Run node scripts/examples.mjs and look at what changes.', 1);
}

/** Names of the files that were not current. */
function bringUpToDate(target) {
  const name = `after-${target}`;
  const folder = path.join(given, name);
  const wanted = rewriteExample(target);
  const present = readFiles(folder);
  const stale = Object.keys({ ...wanted, ...present }).filter((file) => wanted[file] !== present[file]);
  if (!isCheck) {
    for (const file of stale) {
      const at = path.join(folder, file);
      if (wanted[file] === undefined) rmSync(at);
      else {
        mkdirSync(path.dirname(at), { recursive: true });
        writeFileSync(at, wanted[file]);
      }
    }
  }
  return stale.sort().map((file) => `${name}/${file}`);
}

/** What `migrate --write` leaves in a copy of the example and was not there, or not so, before. */
function rewriteExample(target) {
  const source = path.join(root, 'examples/mini-program');
  const copy = mkdtempSync(path.join(tmpdir(), 'cygnet-examples-'));
  try {
    cpSync(source, copy, { recursive: true });
    // Something is left for a person, so the command ends with 1.
    runScript('dist/cli/main.js', 'migrate', copy, '--to', target, '--write');
    const before = readFiles(source);
    const after = Object.entries(readFiles(copy)).filter(([file]) => !file.startsWith('.cygnet/'));
    return Object.fromEntries(after.filter(([file, text]) => text !== before[file]));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function runScript(script, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status === 0 || (status === 1 && args[0] === 'migrate')) return;
  throw new Error(`${script} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
}

/** Texts by path from the folder, with `/`. */
function readFiles(folder) {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file, 'utf8')];
    }),
  );
}

function stop(message, code = 2) {
  console.error(message);
  process.exitCode = code;
}
