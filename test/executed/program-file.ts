// In: a program file of this folder. Out: its text and what its leading comment says about how to run it.
// Directives stand in leading `// name: value` lines; an unknown one is an error, so that none is overlooked.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { targetNames, type TargetName } from '../../src/index.ts';
import type { CompareOptions } from '../reference/compare.ts';
import type { ProgramOptions } from '../reference/run.ts';

export type { TargetName };

export interface ProgramFile {
  readonly name: string;
  /** The text of the entry. */
  readonly code: string;
  /** Every file by path, the entry among them. */
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
  /** Absent targets are where the contract makes an exception. */
  readonly targets: readonly TargetName[];
  /** It does not parse and must stay as it is. */
  readonly isBroken: boolean;
  /** The codes of the calls that have to stay; then both hosts are there after the rewrite (F6). */
  readonly kept: readonly string[];
  readonly run: Pick<
    ProgramOptions,
    'networkTimeout' | 'sockets' | 'uploadData' | 'page' | 'taps' | 'until' | 'isBare' | 'hasBothHosts'
  >;
  readonly compare: Pick<CompareOptions, 'order' | 'fileNames'>;
}

export const programsFolder = path.join(import.meta.dirname, 'programs');

/** Every program, by name: a file, or a folder of files with the entry `main.js`. */
export function readPrograms(): ProgramFile[] {
  return readdirSync(programsFolder, { withFileTypes: true })
    .filter((item) => item.isDirectory() || isCode(item.name))
    .map(({ name }) => name)
    .sort()
    .map((name) => (isCode(name) ? readProgram(name, { [name]: textOf(name) }, name) : readFolder(name)));
}

function readFolder(name: string): ProgramFile {
  const inside = readdirSync(path.join(programsFolder, name), { recursive: true, encoding: 'utf8' }).filter(isCode);
  const files = inside.map((file) => [file.split(path.sep).join('/'), textOf(path.join(name, file))]);
  return readProgram(name, Object.fromEntries(files) as Record<string, string>, 'main.js');
}

function isCode(name: string): boolean {
  return /\.(m?js|ts)$/.test(name);
}

function textOf(name: string): string {
  return readFileSync(path.join(programsFolder, name), 'utf8');
}

/** @throws Error when a directive is not known */
export function readProgram(name: string, files: Readonly<Record<string, string>>, entry: string): ProgramFile {
  const code = files[entry];
  if (code === undefined) throw new Error(`${name} has no ${entry}`);
  let targets: readonly TargetName[] = targetNames;
  let isBroken = false;
  let kept: readonly string[] = [];
  let run: ProgramFile['run'] = {};
  let compare: ProgramFile['compare'] = {};
  for (const line of leadingComments(code).slice(1)) {
    const [key = '', value = ''] = line.split(/: (.*)/);
    switch (key) {
      case 'targets':
        targets = value.split(' ').map(requireTarget);
        break;
      case 'order':
        compare = { ...compare, order: requireWord(line, value, 'channel') };
        break;
      case 'wire':
        compare = { ...compare, fileNames: requireWord(line, value, 'without file names') && 'any' };
        break;
      case 'networkTimeout':
        run = { ...run, networkTimeout: JSON.parse(value) as Record<string, number> };
        break;
      case 'sockets':
        run = { ...run, sockets: requireWord(line, value, 'many') };
        break;
      case 'upload':
        run = { ...run, uploadData: requireWord(line, value, 'parsed') };
        break;
      case 'until':
        run = { ...run, until: requireWord(line, value, 'idle') };
        break;
      case 'page':
        run = { ...run, page: value };
        break;
      case 'taps':
        run = { ...run, taps: value.split(' ') };
        break;
      case 'bare':
        run = { ...run, isBare: true };
        break;
      case 'kept':
        kept = value.split(' ').sort();
        run = { ...run, hasBothHosts: true };
        break;
      case 'broken':
        isBroken = true;
        break;
      default:
        throw new Error(
          `${name}: the directive '${line}' is not known; the first line is free text, the others are not`,
        );
    }
  }
  return { name, code, files, entry, targets, isBroken, kept, run, compare };
}

function leadingComments(code: string): string[] {
  const lines = code.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('// '));
  return lines.slice(0, end === -1 ? lines.length : end).map((line) => line.slice(3).trim());
}

function requireTarget(word: string): TargetName {
  const target = targetNames.find((name) => name === word);
  if (!target) throw new Error(`'${word}' is no target: choose among ${targetNames.join(', ')}`);
  return target;
}

function requireWord<W extends string>(line: string, value: string, word: W): W {
  if (value !== word) throw new Error(`'${line}' is not understood; the only value is ${word}`);
  return word;
}
