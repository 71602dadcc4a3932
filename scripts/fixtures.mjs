// In: parts of names of cases below test/fixtures/cases (none: all of them), and --update. Out: what vitest says of these cases
// alone; with --update their expected files are written first, to be read with `git diff` and committed.
// Knows nothing of what a case holds.

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const folder = path.join(root, 'test/fixtures/cases');
const wanted = process.argv.slice(2).filter((arg) => arg !== '--update');
const isUpdate = process.argv.includes('--update');
const cases = readdirSync(folder).flatMap((area) =>
  readdirSync(path.join(folder, area)).map((name) => `${area}/${name}`),
);
const unknown = wanted.find((part) => !cases.some((name) => name.includes(part)));

if (unknown !== undefined) {
  console.error(`No case below test/fixtures/cases has ${unknown} in its name.`);
  process.exitCode = 2;
} else {
  const chosen = cases.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  if (wanted.length > 0) console.log(chosen.map((name) => `test/fixtures/cases/${name}`).join('\n'));
  process.exitCode = run(chosen);
}

function run(names) {
  const only = wanted.length === 0 ? [] : ['-t', `^fixtures (?:${names.map(escaped).join('|')}) `];
  const args = ['run', 'test/laws/fixtures.test.ts', '--hideSkippedTests', ...only];
  const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, ...(isUpdate && { UPDATE: '1' }) },
    stdio: 'inherit',
  });
  return status ?? 2;
}

function escaped(name) {
  return name.replace(/[^\w/-]/g, '\\$&');
}
