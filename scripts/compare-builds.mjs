// In: two folders in which cygnet is built, and a folder of programs. Out: what migrating each program to each target does
// otherwise in the second: sites with another verdict or other codes, other diagnostics, files with another text, and the time.
// Opt-in: `node scripts/compare-builds.mjs BEFORE AFTER PROGRAMS [--to fetch,… (default: every target)] [--only NAME,…] [--text]`.
// Which of the two is right it does not know: every difference is for a person to read. Nothing is written to the programs.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    to: { type: 'string' },
    only: { type: 'string' },
    text: { type: 'boolean', default: false },
  },
});
const [before, after, programs] = positionals.map((folder) => path.resolve(folder));
if (programs === undefined) {
  console.error('Give two built folders and a folder of programs.');
  process.exit(2);
}

const only = values.only?.split(',');
const { targetNames } = await import(pathToFileURL(path.join(after, 'dist/index.js')).href);
const targets = values.to?.split(',') ?? targetNames;
const scratch = mkdtempSync(path.join(tmpdir(), 'compare-builds-'));
const counts = new Map();
try {
  for (const program of readdirSync(programs).sort()) {
    if (only && !only.includes(program)) continue;
    for (const target of targets) compare(program, target);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log('\nBy kind:');
for (const [kind, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${count} ${kind}`);

function compare(program, target) {
  const was = migrate(before, program, target);
  const is = migrate(after, program, target);
  console.log(`\n== ${program} → ${target}: ${was.seconds.toFixed(1)} s, now ${is.seconds.toFixed(1)} s`);
  if (was.fault || is.fault) {
    count(`a run without a report on ${target}`);
    console.log(`before: ${was.fault ?? 'ran'}\nnow: ${is.fault ?? 'ran'}`);
    return;
  }
  for (const { key, from, to } of differences(was.sites, is.sites)) {
    count(`site on ${target}: ${from ?? 'none'} → ${to ?? 'none'}`);
    console.log(`site ${key}: ${from ?? 'none'} → ${to ?? 'none'}`);
  }
  for (const { key, from, to } of differences(was.diagnostics, is.diagnostics)) {
    if (from !== undefined && to !== undefined) continue; // its wording only
    count(`diagnostic on ${target}: ${from === undefined ? 'new' : 'gone'} ${key.split(' ')[1]}`);
    console.log(`${from === undefined ? 'new' : 'gone'} ${key}: ${from ?? to}`);
  }
  for (const { key, from, to } of differences(was.texts, is.texts)) {
    count(`file on ${target}: other text`);
    console.log(`text ${key}`);
    if (values.text) console.log(textDifference(from ?? '', to ?? ''));
  }
}

/** What one build would do to one program: everything that is compared, by a key that is the same in both builds. */
function migrate(build, program, target) {
  const report = path.join(scratch, 'report.json');
  const patch = path.join(scratch, 'report.patch');
  for (const file of [report, patch]) rmSync(file, { force: true });
  const args = ['migrate', '--to', target, '--quiet', '--report', `json=${report}`, '--patch', patch];
  const startedAt = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [path.join(build, 'dist/cli/main.js'), ...args], {
    cwd: path.join(programs, program),
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  const seconds = (performance.now() - startedAt) / 1000;
  if (status !== 0 && status !== 1) return { seconds, fault: `exit code ${status}: ${stderr.trim()}` };
  const { sites, diagnostics, files } = JSON.parse(readFileSync(report, 'utf8'));
  for (const file of files) if (file.status === 'failed') count(`a file that failed on ${target}`);
  return {
    seconds,
    sites: new Map(sites.map((site) => [`${placeOf(site)} ${site.api}`, `${site.verdict} (${site.codes.join(', ')})`])),
    diagnostics: new Map(diagnostics.map((found) => [`${placeOf(found)} ${found.code}`, found.message])),
    texts: sections(readFileSync(patch, 'utf8')),
  };
}

function placeOf({ file, line, column }) {
  return `${file}:${line}:${column}`;
}

/** A patch by the files that it changes, without the numbers of its lines; of a shim, what it was linked from. */
function sections(patch) {
  const texts = new Map();
  for (const section of patch.split(/^(?=--- (?:a\/|\/dev\/null\n))/m)) {
    const file = /^\+\+\+ b\/(.*)$/m.exec(section)?.[1];
    const shim = /^\+\/\/ @cygnet-shim .*$/m.exec(section)?.[0];
    if (file !== undefined) texts.set(file, shim ?? section.replaceAll(/^@@ .*$/gm, '@@'));
  }
  return texts;
}

/** The entries that are not the same in both, in the order of the first and then of the second. */
function differences(was, is) {
  const keys = new Set([...was.keys(), ...is.keys()]);
  return [...keys].map((key) => ({ key, from: was.get(key), to: is.get(key) })).filter(({ from, to }) => from !== to);
}

/** How the two patches of one file differ, as git shows it. */
function textDifference(from, to) {
  const [one, other] = ['before', 'now'].map((name) => path.join(scratch, name));
  writeFileSync(one, from);
  writeFileSync(other, to);
  const { stdout } = spawnSync('git', ['diff', '--no-index', '--no-color', '-U2', '--', one, other], {
    encoding: 'utf8',
  });
  return stdout.split('\n').slice(4).join('\n');
}

function count(kind) {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
}
