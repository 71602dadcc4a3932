// In: small programs, each of a kind that once went wrong, and its cousins. Out: whether each does what it did, and whether
// it is moved, kept or left as it should be.

import { describe, expect, it } from 'vitest';
import { rewrite, type TargetName } from '../../src/index.ts';
import { judge, open } from './judge.ts';
import { blocks } from './kinds/blocks.ts';
import { choices } from './kinds/choices.ts';
import { declarations } from './kinds/declarations.ts';
import { folded } from './kinds/folded.ts';
import { found } from './kinds/found.ts';
import { guards } from './kinds/guards.ts';
import { held } from './kinds/held.ts';
import { interceptors } from './kinds/interceptors.ts';
import type { Outcome, Played } from './kinds/kind.ts';
import { modules } from './kinds/modules.ts';
import { otherTurns } from './kinds/other-turns.ts';
import { replaced } from './kinds/replaced.ts';
import { written } from './kinds/written.ts';
import { saysThatSwanIsNeeded, type MovedFile } from './move.ts';
import { explain } from './trial.ts';

const kinds = [
  ...choices,
  ...declarations,
  ...interceptors,
  ...modules,
  ...guards,
  ...otherTurns,
  ...held,
  ...replaced,
  ...blocks,
  ...written,
  ...folded,
  ...found,
];
const targets: readonly TargetName[] = ['fetch', 'axios', 'wx'];

describe.each(kinds)('$kind', ({ programs }) => {
  it.each(programs.map((played) => [oneLine(played), played] as const))('%s', async (_title, played) => {
    const files = Object.entries(typeof played.code === 'string' ? { 'main.js': played.code } : played.code).map(
      ([file, code]) => ({ file, code: `${code}\n` }),
    );
    const opened = await open({ files });
    expect(opened.before.trace.split('\n').join(' | ')).toBe(played.trace);
    const style = played.style ?? 'native';
    for (const target of played.targets ?? targets) {
      const { fault, moved } = await judge(opened, { target, style, isRunTwice: true });
      if (fault) expect.fail(explain({ number: 0, program: { files }, fault }));
      const text = moved.map(({ code }) => code).join('\n');
      expect(outcomeOf(moved, files), `on ${target}\n${text}`).toSatisfy(
        satisfies(played.on?.[target] ?? played.outcome),
      );
      if (played.without) expect(text).not.toMatch(played.without);
      if (played.says) expect(moved.flatMap(({ messages }) => messages).join('\n')).toMatch(played.says);
    }
  });
});

describe('the bind operator', () => {
  it.each(['const go = ::swan.request;\ngo({ url: 1 });', 'const go = swan::send;\ngo({ url: 1 });'])(
    'is kept with a reason: %s',
    (code) => {
      const { status, code: after, sites } = rewrite(code, { target: 'fetch' });
      expect(status).toBe('unchanged');
      expect(after).toBe(code);
      expect(sites.map(({ verdict }) => verdict)).toContain('kept');
    },
  );
});

/** What became of the program, as the report has it. */
function outcomeOf(moved: readonly MovedFile[], files: readonly { readonly code: string }[]): Outcome {
  if (moved.every(({ code }, i) => code === files[i]?.code) && !moved.some(saysThatSwanIsNeeded)) return 'untouched';
  if (moved.some(({ sites }) => sites.some(({ verdict }) => verdict === 'kept'))) return 'kept';
  const isNeeded = moved.some((file) => saysThatSwanIsNeeded(file) || Object.keys(file.others).length > 0);
  return isNeeded ? 'told' : 'moved';
}

function satisfies(wanted: Outcome): (outcome: Outcome) => boolean {
  if (wanted === 'told') return () => true;
  if (wanted === 'either') return (outcome) => outcome === 'moved' || outcome === 'kept';
  return (outcome) => outcome === wanted;
}

function oneLine({ code, style = 'native' }: Played): string {
  const texts = typeof code === 'string' ? [code] : Object.values(code);
  const line = texts.join(' // ').replaceAll(/\s+/g, ' ');
  return style === 'native' ? line : `${style}: ${line}`;
}
