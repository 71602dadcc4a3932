// In: names of corpora and a size. Out: their folders and what they hold. They are made once, in the folder for temporary files:
// inside the repository, tools that go by its .gitignore would pass them by. When the code here changes they are made anew.
// Knows nothing of what is measured on them.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeBundle, writeDense, writeProject } from './programs.mjs';

const makers = {
  A: (folder, size) => ({ ...writeProject(folder, size), says: 'a project, 3 % of its files with calls' }),
  B: (folder, size) => ({ ...writeDense(folder, size), says: 'calls in every file' }),
  C: (folder, size) => ({ ...writeBundle(folder, size), says: 'one bundle', only: 'bundle.js' }),
  A4: (folder, size) => copies(4, folder, size),
  A16: (folder, size) => copies(16, folder, size),
  C4: (folder, size) => manyBundles(4, folder, size),
};

/**
 * @param {keyof typeof makers} name
 * @returns the folder, the list of the files that name swan, one a line, and what is in them; `only` is the one file to read
 */
export function corpusOf(name, size) {
  const home = path.join(tmpdir(), `cygnet-bench-${makersHash()}`, `${name}-${size}`);
  const about = path.join(home, 'about.json');
  if (!existsSync(about)) make(name, size, home, about);
  const known = JSON.parse(readFileSync(about, 'utf8'));
  return { name, folder: path.join(home, 'program'), list: path.join(home, 'swan.txt'), ...known };
}

function make(name, size, home, about) {
  rmSync(home, { recursive: true, force: true });
  const folder = path.join(home, 'program');
  mkdirSync(folder, { recursive: true });
  const { swan, ...known } = makers[name](folder, size);
  // What .gitignore says counts only where there is a repository.
  spawnSync('git', ['init', '--quiet', folder]);
  writeFileSync(path.join(home, 'swan.txt'), swan.map((file) => path.join(folder, file)).join('\n'));
  writeFileSync(`${about}.draft`, JSON.stringify({ ...known, swanFiles: swan.length }));
  renameSync(`${about}.draft`, about);
}

function makersHash() {
  const hash = createHash('sha256');
  for (const file of readdirSync(import.meta.dirname).sort()) {
    hash.update(readFileSync(path.join(import.meta.dirname, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** The scripts of A again and again, as parts of one program. */
function copies(times, folder, size) {
  const one = corpusOf('A', size);
  const swan = readFileSync(one.list, 'utf8').split('\n');
  const found = [];
  for (let i = 0; i < times; i++) {
    for (const part of ['pages', 'components', 'subpackages', 'common']) {
      linkAll(path.join(one.folder, part), path.join(folder, `part${i}`, part));
    }
    found.push(...swan.map((file) => path.join(`part${i}`, path.relative(one.folder, file))));
  }
  writeFileSync(path.join(folder, 'app.json'), '{"pages":["pages/index/index"]}\n');
  const { files, bytes, calls } = one;
  return { files: files * times, bytes: bytes * times, calls: calls * times, swan: found, says: `${times} × A` };
}

function linkAll(from, to) {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkAll(source, copy);
    else linkSync(source, copy);
  }
}

function manyBundles(times, folder, size) {
  const one = corpusOf('C', size);
  writeFileSync(path.join(folder, one.only), readFileSync(path.join(one.folder, one.only), 'utf8').repeat(times));
  const { bytes, calls, only } = one;
  return { files: 1, bytes: bytes * times, calls: calls * times, swan: [only], only, says: `${times} × C in one file` };
}
