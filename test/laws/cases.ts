// In: the folder test/fixtures/cases. Out: the cases in it: the input, what its author says about it, and the expected
// files that stand beside it. Files that belong to no case are named, so that none is forgotten.
// A case is <area>/<name>/input.<extension>; `case.json` is written by hand, `expected.json` and the outputs by the update.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Style, TargetName } from './subject.ts';

export const casesFolder = path.join(import.meta.dirname, '../fixtures/cases');

/** What should become of the input on one target. */
export type Intention = 'changed' | 'unchanged' | 'failed';

export interface FixtureCase {
  /** `output/comments-between-options` */
  readonly name: string;
  readonly folder: string;
  /** `input.ts` */
  readonly input: string;
  readonly code: string;
  /** The extension of the input and of its outputs, with the dot. */
  readonly extension: string;
  readonly intention: (target: TargetName) => Intention;
  /** The styles with an expected output; both obey the laws. */
  readonly styles: readonly Style[];
  readonly sockets: 'one' | 'many';
  /** TypeScript may need declarations of its own to be checked, or the input may use what swan's types lack. */
  readonly typeChecked: 'no' | 'output' | 'both';
  /** Why one site after the other ends in another text than all at once. */
  readonly inSteps?: string;
}

interface Settings {
  readonly styles?: readonly Style[];
  readonly sockets?: 'one' | 'many';
  /** The targets on which nothing is to be done. */
  readonly unchanged?: readonly TargetName[];
  readonly typeChecked?: false | 'output';
  readonly inSteps?: string;
}

/** Areas whose inputs are all meant to stay as they are, or not to parse. Everywhere else they are meant to change. */
const intentions: Readonly<Record<string, Intention>> = { untouched: 'unchanged', kept: 'unchanged', broken: 'failed' };

export function readCases(root = casesFolder): FixtureCase[] {
  return namesIn(root).flatMap((area) => namesIn(path.join(root, area)).map((name) => readCase(root, area, name)));
}

function readCase(root: string, area: string, name: string): FixtureCase {
  const folder = path.join(root, area, name);
  const inputs = readdirSync(folder).filter((file) => /^input\.\w+$/.test(file));
  const input = inputs[0];
  if (input === undefined || inputs.length > 1) {
    throw new Error(`${area}/${name} holds ${inputs.length} files called input.*; a case has exactly one`);
  }
  const file = path.join(folder, 'case.json');
  const settings = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Settings) : {};
  const isTyped = /^\.[cm]?tsx?$/.test(path.extname(input));
  const known = ['styles', 'sockets', 'unchanged', 'typeChecked', 'inSteps'];
  const unknown = Object.keys(settings).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new Error(`${area}/${name}/case.json: unknown key ${unknown}; known are ${known.join(', ')}`);
  return {
    name: `${area}/${name}`,
    folder,
    input,
    code: readFileSync(path.join(folder, input), 'utf8'),
    extension: path.extname(input),
    intention: (target) => (settings.unchanged?.includes(target) ? 'unchanged' : (intentions[area] ?? 'changed')),
    styles: settings.styles ?? ['native'],
    sockets: settings.sockets ?? 'one',
    ...(settings.inSteps !== undefined && { inSteps: settings.inSteps }),
    typeChecked: !isTyped || settings.typeChecked === false ? 'no' : (settings.typeChecked ?? 'both'),
  };
}

/** Files in a case's folder that are neither its input nor an expectation that it has. */
export function orphansOf(fixture: FixtureCase, expected: readonly string[]): string[] {
  const known = new Set([fixture.input, 'case.json', 'expected.json', ...expected]);
  return namesIn(fixture.folder).filter((file) => !known.has(file));
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
