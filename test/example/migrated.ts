// In: a target. Out: the example mini-program in a temporary folder, as the real command line leaves it behind, and its files.
// Builds the command line when it is older than its sources. Knows nothing of running programs.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type TargetName = 'fetch' | 'axios' | 'wx';

export interface MigratedProgram {
  readonly folder: string;
  /** What the command printed: stdout and stderr. */
  readonly printed: string;
  readonly code: number | null;
  remove(): void;
}

const root = path.resolve(import.meta.dirname, '../..');

export const exampleFolder = path.join(root, 'examples/mini-program');

/** Runs `migrate FOLDER --to target --write` on a copy. */
export function migrateExample(target: TargetName): MigratedProgram {
  requireDone(spawnSync(process.execPath, ['scripts/build.mjs', '--if-needed'], { cwd: root, encoding: 'utf8' }));
  const folder = mkdtempSync(path.join(os.tmpdir(), `cygnet-example-${target}-`));
  cpSync(exampleFolder, folder, { recursive: true });
  const command = [path.join(root, 'dist/cli/main.js'), 'migrate', '.', '--to', target, '--write', '--no-color'];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
  return {
    folder,
    printed: `${stdout}${stderr}`,
    code: status,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Text files below a folder by their path, with `/`; what the command keeps for itself is left out. */
export function readProgramFiles(folder: string, ending: RegExp): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => ending.test(name) && !name.startsWith('.cygnet/'));
  return Object.fromEntries(found.sort().map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

function requireDone({ status, stdout, stderr }: { status: number | null; stdout: string; stderr: string }): void {
  if (status !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`);
}
