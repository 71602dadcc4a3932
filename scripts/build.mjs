// In: src, transforms and cli. Out: dist: the library as modules with declarations (tsc), and the command line as
// one bundle with lazily loaded parts (esbuild), so that it starts fast; packages stay outside of it.
// `--if-needed` does nothing when dist is newer than everything that it is made from.
// Replaces file by file and removes what has no source any more, so that a program that runs sees a whole dist.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const dist = path.join(root, 'dist');
const stamp = path.join(dist, '.built');
const inputs = ['src', 'transforms', 'cli', 'scripts', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];

if (!process.argv.includes('--if-needed') || !isFresh()) process.exitCode = (await build()) ? 0 : 1;

async function build() {
  const startedAt = Date.now();
  // No step needs what another one made, and hearing of every fault at once saves a round.
  const results = await Promise.all([compileLibrary(), isStoredRuntimeCurrent(), bundleCommandLine()]);
  const isDone = results.every(Boolean);
  if (isDone) writeFileSync(stamp, `${startedAt}\n`);
  return isDone;
}

/** The text of the shim that the library carries must be what the shim's modules say now. */
function isStoredRuntimeCurrent() {
  const script = path.join(root, 'scripts/store-runtime.mjs');
  return existsSync(script) ? isRunFine(script, '--check') : true;
}

function compileLibrary() {
  for (const folder of ['src', 'transforms']) removeOrphans(folder);
  return isRunFine('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
}

/** Files in dist whose source is gone, and the compiler's memory with them, which would not notice. */
function removeOrphans(folder) {
  for (const file of filesBelow(path.join(dist, folder))) {
    const source = path.join(root, path.relative(dist, file)).replace(/\.(d\.ts|js)$/, '.ts');
    if (!existsSync(source)) rmSync(file);
  }
  if (!existsSync(path.join(dist, folder))) rmSync(path.join(dist, '.tsbuildinfo'), { force: true });
}

async function bundleCommandLine() {
  const entry = 'cli/main.ts';
  if (!existsSync(path.join(root, entry))) return true;
  const { build: bundle } = await import('esbuild');
  const outdir = path.join(dist, 'cli');
  const result = await bundle({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir,
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    chunkNames: 'parts/[name]-[hash]',
    legalComments: 'none',
    write: false,
  }).catch(() => undefined); // esbuild has printed the errors
  if (!result) return false;
  const written = new Set();
  for (const file of result.outputFiles) {
    const isMain = path.basename(file.path) === 'main.js';
    const text = isMain && !file.text.startsWith('#!') ? `#!/usr/bin/env node\n${file.text}` : file.text;
    replaceFile(file.path, text, isMain ? 0o755 : 0o644);
    written.add(file.path);
  }
  for (const file of filesBelow(outdir)) if (!written.has(file)) rmSync(file);
  return true;
}

function replaceFile(file, text, mode) {
  mkdirSync(path.dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.new`;
  writeFileSync(fresh, text, { mode });
  renameSync(fresh, file);
}

/** Runs a script; what it prints comes out in one piece. */
function isRunFine(script, ...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.resolve(root, script), ...args], { cwd: root });
    const printed = { stdout: [], stderr: [] };
    for (const name of ['stdout', 'stderr']) child[name].on('data', (chunk) => printed[name].push(chunk));
    child.on('error', (error) => printed.stderr.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      for (const name of ['stdout', 'stderr']) process[name].write(Buffer.concat(printed[name]));
      resolve(code === 0);
    });
  });
}

function isFresh() {
  if (!existsSync(stamp)) return false;
  const builtAt = Number(readFileSync(stamp, 'utf8'));
  return inputs.every((input) => newestChange(path.join(root, input)) < builtAt);
}

/** Folders count too: theirs is the only time that changes when a file goes away. */
function newestChange(file) {
  const status = statSync(file, { throwIfNoEntry: false });
  if (!status) return 0;
  const inside = status.isDirectory() ? readdirSync(file).map((name) => newestChange(path.join(file, name))) : [];
  return Math.max(status.mtimeMs, ...inside);
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
