// In: the text of some files. Out: a small project outside of this repository that has our scripts, our compiler
// settings and our installed tools, and a way to run its scripts. Knows nothing of what the tests look for.

import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './files.ts';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface PlantedProject {
  readonly folder: string;
  write(file: string, text: string): void;
  run(script: string, args?: readonly string[], env?: Readonly<Record<string, string>>): Ran;
  remove(): void;
}

const tools = ['@types', 'esbuild', 'eslint', 'prettier', 'typescript', 'undici-types', 'vitest'];

export function plantProject(files: Readonly<Record<string, string>> = {}): PlantedProject {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'cygnet-project-')));
  const project: PlantedProject = {
    folder,
    write(file, text) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    },
    run(script, args = [], env = {}) {
      const command = [path.join(folder, script), ...args];
      return spawnSync(process.execPath, command, { encoding: 'utf8', env: { ...outsideEnvironment(), ...env } });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  mkdirSync(path.join(folder, 'node_modules'));
  for (const tool of tools) {
    symlinkSync(path.join(root, 'node_modules', tool), path.join(folder, 'node_modules', tool), 'junction');
  }
  // The stored runtime is for a test to plant, or to leave out.
  const scripts = readdirSync(path.join(root, 'scripts')).filter((name) => name.endsWith('.mjs'));
  for (const name of scripts.filter((one) => one !== 'store-runtime.mjs')) {
    cpSync(path.join(root, 'scripts', name), path.join(folder, 'scripts', name));
  }
  for (const file of ['tsconfig.json', 'tsconfig.build.json']) cpSync(path.join(root, file), path.join(folder, file));
  project.write('package.json', '{ "type": "module", "dependencies": { "typescript": "*" } }\n');
  for (const [file, text] of Object.entries(files)) project.write(file, text);
  return project;
}

/** As if no test runner and no npm ran around it. */
function outsideEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(VITEST|NODE_ENV$|TEST$|MODE$|DEV$|PROD$|INIT_CWD$|npm_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
