// In: the section "A new target" of docs/architecture.md. Out: a copy of the project to which that target was added by the
// letter of the section, and another target beside it, for a host with an API like swan's; with what the tests ask of the copy.
// Nothing of this repository is written.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type * as cases from '../laws/cases.ts';
import type * as laws from '../laws/laws.ts';
import type * as subject from '../laws/subject.ts';
import { read, root } from './files.ts';
import { hostTarget } from './host-target.ts';
import type { Ran } from './planted-project.ts';
import { makeTypeCheck, type TypeCheck } from './type-check.ts';

export type Laws = typeof cases & typeof laws & typeof subject;

export interface PlantedTarget {
  readonly name: string;
  readonly folder: string;
  /** What had to be written for it, by file. */
  readonly files: readonly string[];
  run(script: string, ...args: readonly string[]): Ran;
  read(file: string): string;
  /** The laws of the fixtures, over the registry of the copy. */
  loadLaws(): Promise<Laws>;
  readonly check: TypeCheck;
  remove(): void;
}

const copied = [
  ...['src', 'transforms', 'cli', 'scripts', 'docs', 'test/laws', 'test/executed/programs', '.prettierrc.json'],
  ...[
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'config.schema.json',
    'decisions.schema.json',
    'report.schema.json',
  ],
];

export function plantTarget(): PlantedTarget {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'cygnet-target-')));
  for (const name of copied) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  // Not the folder as a whole: what scripts keep in its cache is each copy's own.
  mkdirSync(path.join(folder, 'node_modules'));
  for (const name of readdirSync(path.join(root, 'node_modules'))) {
    if (name.startsWith('.')) continue;
    symlinkSync(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name), 'junction');
  }
  const write = (file: string, text: string): void => writeFileSync(path.join(folder, file), text);
  const readFile = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

  const steps = stepsIn(read('docs/architecture.md'));
  for (const { file, language, text } of steps) write(file, language === 'diff' ? applied(readFile(file), text) : text);
  const name = path.basename(steps.find(({ language }) => language === 'ts')?.file ?? '', '.ts');
  write('transforms/my.ts', hostTarget);
  const line = steps.find(({ language }) => language === 'diff');
  if (line) write(line.file, applied(readFile(line.file), line.text.replaceAll(name, 'my')));

  return {
    name,
    folder,
    files: steps.map(({ file }) => file),
    run(script, ...args) {
      return spawnSync(process.execPath, [path.join(folder, script), ...args], { cwd: folder, encoding: 'utf8' });
    },
    read: readFile,
    async loadLaws() {
      const outfile = path.join(folder, 'node_modules/laws.mjs');
      const contents = ['cases', 'laws', 'subject'].map((one) => `export * from './test/laws/${one}.ts';`).join('\n');
      const stdin = { contents, resolveDir: folder };
      await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
      return (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as Laws;
    },
    check: makeTypeCheck(folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface Step {
  readonly file: string;
  readonly language: 'ts' | 'diff';
  readonly text: string;
}

/** Each block of the section, with the file that the line above it names. */
function stepsIn(page: string): Step[] {
  const section = /^## A new target\n([\s\S]*?)^## /m.exec(page)?.[1] ?? '';
  const blocks = section.matchAll(/`([\w/.-]+\.ts)`[^\n]*:\n\n```(ts|diff)\n([\s\S]*?)^```/gm);
  return [...blocks].map(([, file = '', language, text = '']) => ({
    file,
    language: language === 'diff' ? 'diff' : 'ts',
    text,
  }));
}

/** Each `+` line comes behind the line above it, which is there already. */
function applied(text: string, diff: string): string {
  const lines = text.split('\n');
  let above = -1;
  for (const line of diff.trimEnd().split('\n')) {
    if (line.startsWith('+')) lines.splice((above += 1), 0, line.slice(1));
    else above = lines.indexOf(line.slice(1), above + 1);
    if (above < 0) throw new Error(`the file has no line ${line}`);
  }
  return lines.join('\n');
}
