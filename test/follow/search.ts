// In: how many programs, and from which seed. Out: every fault that they show, each kind with its smallest program, as soon
// as it is found.
// Started by scripts/follow.mjs, once for each processor.

import { everyTarget, explain, judgeAll, numbersOf, smaller, type Trial } from './trial.ts';
import { writeFile, writeModules } from './random/program.ts';

export interface Share {
  readonly runs: number;
  readonly seed: number;
  /** How many faults are made small. */
  readonly most: number;
}

export interface Searched {
  readonly programs: number;
  readonly sites: number;
  readonly kept: number;
  readonly faults: number;
  /** By kind. */
  readonly counts: Readonly<Record<string, number>>;
  readonly shown: readonly { readonly key: string; readonly text: string }[];
}

/** How many programs are judged before it is told what they show. */
const atOnce = 100;

export async function search({ runs, seed, most }: Share, tell: (part: Searched) => void): Promise<void> {
  let left = most;
  for (const [i, write] of [writeFile, writeModules].entries()) {
    const numbers = numbersOf(seed * 2 + i, Math.ceil(runs / 2));
    for (let at = 0; at < numbers.length; at += atOnce) {
      const trial = await judgeAll(numbers.slice(at, at + atOnce), { write, targetsOf: everyTarget, most: Infinity });
      const part = await partOf(trial, left);
      left -= part.shown.length;
      tell(part);
    }
  }
}

async function partOf({ programs, sites, kept, found }: Trial, most: number): Promise<Searched> {
  const counts: Record<string, number> = {};
  for (const { fault } of found) {
    const key = keyOf(fault.kind, fault.kind === 'internal-error' ? fault.what : '');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  const shown = [];
  for (const one of found.slice(0, most)) {
    const small = await smaller(one);
    const code = small.program.files.map((file) => file.code).join('\n');
    shown.push({ key: keyOf(small.fault.kind, code), text: explain(small) });
  }
  return { programs, sites, kept, faults: found.length, counts, shown };
}

/** Programs that differ in names, numbers and casts only show the same fault. */
function keyOf(kind: string, text: string): string {
  const plain = text
    .replaceAll(/\b(?:let|const)\b/g, 'var')
    .replaceAll(/\d+/g, '')
    .replaceAll(/\bas any\b|<any>/g, '')
    .replaceAll(/[;()!\s]+/g, ' ');
  return `${kind} ${plain}`.trim();
}

process.once('message', (share: Share) => {
  void search(share, (part) => process.send?.({ part })).then(
    () => process.send?.({ isOver: true }, () => process.disconnect()),
    (error: unknown) =>
      process.send?.({ error: String(error instanceof Error ? error.stack : error) }, () => process.disconnect()),
  );
});
