// In: nothing. Out: the files of this repository, as git would take them or, without git, as they lie on the disk.
// Knows which of them are code of ours: neither fixtures, nor examples, nor what tools make.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

const made = new Set(['node_modules', 'dist', 'coverage', '.cygnet', '.git']);

/** Paths from the root, with `/`. Files that are not committed yet count, ignored ones do not. */
export const files: readonly string[] = listFiles();

/** Everything that the house rules are about. */
export const codeFiles: readonly string[] = files.filter(
  (file) => /\.(tsx?|mjs|js)$/.test(file) && !/^(examples|test\/fixtures|test\/executed\/programs)\//.test(file),
);

export function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

export function isThere(file: string): boolean {
  return existsSync(path.join(root, file));
}

function listFiles(): string[] {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  // No git, no work tree, or one that git does not trust.
  if (!isThere('.git') || git.status !== 0) return walk('');
  return git.stdout.split('\0').filter((file) => file !== '' && isThere(file));
}

function walk(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (made.has(entry.name)) return [];
    return entry.isDirectory() ? walk(file) : [file];
  });
}
