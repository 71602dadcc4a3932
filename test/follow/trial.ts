// In: numbers of programs, and how a program is written from one. Out: how many were judged, and the faults that were found,
// each with a small program that shows it.
// The output of each is rewritten again on one of its targets, in turn.

import fc from 'fast-check';
import type { Style, TargetName } from '../../src/index.ts';
import { judge, open, type Case, type Fault, type Program, type Way } from './judge.ts';
import { reduce } from './reduce.ts';

export interface Trial {
  readonly programs: number;
  readonly sites: number;
  readonly kept: number;
  readonly found: readonly Found[];
}

export interface Found {
  /** Writes the program again. */
  readonly number: number;
  readonly program: Program;
  readonly fault: Fault;
}

export interface Scale {
  readonly write: (number: number) => Program;
  /** On which targets a program is judged. */
  readonly targetsOf: (number: number) => readonly TargetName[];
  /** Stop after so many faults. */
  readonly most: number;
}

export const everyTarget = (): readonly TargetName[] => ['fetch', 'axios', 'wx'];

/** What is followed is the same on fetch and axios, which differ in how a call is written. */
export const twoTargets = (number: number): readonly TargetName[] => [number % 2 === 0 ? 'fetch' : 'axios', 'wx'];

export function numbersOf(seed: number, count: number): number[] {
  return fc.sample(fc.noBias(fc.nat({ max: 0x7fff_ffff })), { seed, numRuns: count });
}

export async function judgeAll(numbers: readonly number[], { write, targetsOf, most }: Scale): Promise<Trial> {
  const found: Found[] = [];
  let programs = 0;
  let sites = 0;
  let kept = 0;
  for (const number of numbers) {
    const program = write(number);
    const opened = await open(program);
    programs++;
    const targets = targetsOf(number);
    const style: Style = number % 8 === 7 ? 'dropin' : 'native';
    const again = (number >> 3) % targets.length;
    for (const [i, target] of targets.entries()) {
      const { fault, ...counts } = await judge(opened, { target, style, isRunTwice: again === i });
      sites += counts.sites;
      kept += counts.kept;
      if (!fault) continue;
      found.push({ number, program, fault });
      break;
    }
    if (found.length >= most) break;
  }
  return { programs, sites, kept, found };
}

/** The same fault in a smaller program. */
export async function smaller({ number, program, fault }: Found): Promise<Found> {
  const way: Way = { target: fault.target, style: fault.style, isRunTwice: fault.kind === 'second-run' };
  const hasNoName = /ReferenceError/.test(fault.before);
  let last = fault;
  const small = await reduce(program, async (one) => {
    const opened = await tryOpen(one);
    if (!opened || (!hasNoName && /ReferenceError/.test(opened.before.trace))) return false;
    const again = (await judge(opened, way)).fault;
    if (again?.kind !== fault.kind) return false;
    last = again;
    return true;
  });
  return { number, program: small, fault: last };
}

async function tryOpen(program: Program): Promise<Case | undefined> {
  try {
    return await open(program);
  } catch (error) {
    if (error instanceof SyntaxError || /no module/.test(String(error))) return undefined;
    throw error;
  }
}

export function explain({ number, program, fault }: Found): string {
  const { kind, target, style, what, after, before, trace } = fault;
  const show = (files: Program['files']): string =>
    files.map(({ file, code }) => `// ${file}\n${code.trimEnd()}`).join('\n\n');
  const parts = [
    `${kind} on ${target} (${style}), program ${number}: ${what}`,
    `--- before\n${show(program.files)}`,
    `--- after\n${show(after)}`,
    `--- on swan\n${before}`,
  ];
  return [...parts, ...(kind === 'trace' || kind === 'silent' ? [`--- on ${target}\n${trace}`] : [])].join('\n');
}
