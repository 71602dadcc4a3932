// In: programs and edits, most of which break them. Out: whether no program is said to load by what its edits can have touched
// that does not load as a whole, and no text to be done by its words that a second run would change. The edits are those of all
// fixtures and of random programs, whole, site by site and with one of them broken; and every text that breaks something, at every
// place of programs that have something to lose.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, targetNames } from '../../src/index.ts';
import { mayBeRewritten } from '../../src/resolve/scan.ts';
import { isParseFailure, parse, type SourceUnit } from '../../src/syntax/parse.ts';
import type { Reduced } from '../../src/syntax/reduced.ts';
import { contains, splice, type Edit } from '../../src/text/text.ts';
import { broken, delicate } from './broken-edits.ts';
import { readCases } from './cases.ts';
import { loaded, parsed, placesIn } from './in-part.ts';
import { writeProgram } from './random/program.ts';

/** One in so many of the broken edits is tried; `LAWS_EDITS=1` tries all. */
const step = Number(process.env['LAWS_EDITS'] ?? 17);

interface Tried {
  readonly tried: number;
  /** Those where the part was enough to tell. */
  readonly told: number;
  readonly wrong: readonly string[];
}

describe('what loads in part loads as a whole', () => {
  it.each(delicate)('whatever breaks $filename', ({ filename, code }) => {
    const { tried, told, wrong } = tryEverywhere(parsed(code, filename));
    expect(wrong).toEqual([]);
    expect(tried * step).toBeGreaterThan(10_000);
    expect(told).toBeGreaterThan(tried / 50);
  });

  it('with the edits of every fixture', () => {
    const { tried, told, wrong } = tryPrograms(readCases().map(({ input, code }) => ({ filename: input, code })));
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(5000);
    expect(told).toBeGreaterThan(tried / 2);
  });

  it('with the edits of random programs', () => {
    const number = fc.nat({ max: 0xffff });
    const head = fc.array(number, { minLength: 30, maxLength: 60, size: 'max' });
    const statement = fc.array(number, { minLength: 60, maxLength: 400, size: 'max' });
    const statements = fc.array(statement, { minLength: 4, maxLength: 8, size: 'max' });
    const programs = fc.sample(fc.tuple(head, statements), { seed: 20_260_101, numRuns: 40 });
    const { told, wrong } = tryPrograms(programs.map(([first, rest]) => writeProgram(first, rest)));
    expect(wrong).toEqual([]);
    expect(told).toBeGreaterThan(200);
  });

  it.each(['sloppy.js', 'meta.js'])('and is seen not to, in %s, when nobody compares the frame', (filename) => {
    const program = delicate.find((one) => one.filename === filename);
    expect(tryEverywhere(parsed(program?.code ?? '', filename), () => true).wrong).not.toEqual([]);
  });
});

/** Each text that breaks something in place of each part of the program, and between them. */
function tryEverywhere(unit: SourceUnit, isWholeIn?: Reduced['isWholeIn']): Tried {
  const edits = placesIn(unit).flatMap((at) => broken.map((text): Edit[] => [{ at, text: [text] }]));
  return tryAll(
    unit,
    edits.filter((_, index) => index % step === 0),
    isWholeIn,
  );
}

/** What the rewrites of programs write: all of it, that of each site alone, and both with an edit that breaks something. */
function tryPrograms(programs: readonly { readonly filename: string; readonly code: string }[]): Tried {
  const all = programs.flatMap(({ filename, code }) => {
    const unit = parse(code, filename);
    if (isParseFailure(unit)) return [];
    const lists = withBroken(editsFor(code, filename));
    const found = tryAll(unit, lists);
    return [{ ...found, wrong: [...found.wrong, ...lists.flatMap((edits) => leftIn(unit, edits))] }];
  });
  return {
    tried: all.reduce((sum, { tried }) => sum + tried, 0),
    told: all.reduce((sum, { told }) => sum + told, 0),
    wrong: all.flatMap(({ wrong }) => wrong),
  };
}

/** What a second run would do to a text whose words tell that it has nothing to do. */
function leftIn({ text: code, filename }: SourceUnit, edits: readonly Edit[]): string[] {
  const { text } = splice(code, edits);
  if (mayBeRewritten(text, () => './swan-net.js')) return [];
  const { code: second } = read(text, { filename }).rewrite({ target: 'fetch' }).apply();
  return second === text ? [] : [`a second run changes ${JSON.stringify(text)}`];
}

function editsFor(code: string, filename: string): (readonly Edit[])[] {
  const program = read(code, { filename });
  return targetNames.flatMap((target) => {
    const rewritten = program.rewrite({ target });
    const alone = rewritten.sites.map(({ id }) => rewritten.editsOf(id) ?? []);
    return [rewritten.apply().edits, ...alone].filter((edits) => edits.length > 0);
  });
}

function withBroken(lists: readonly (readonly Edit[])[]): (readonly Edit[])[] {
  return lists.flatMap((edits, index) => {
    const faulty = edits[index % edits.length];
    const text = broken[(index * 31 + edits.length * 7) % broken.length] ?? '';
    if (!faulty) return [edits];
    const others = edits.filter((edit) => !contains(faulty.at, edit.at));
    return [edits, [...others, { at: faulty.at, text: [text] }]];
  });
}

function tryAll(unit: SourceUnit, lists: readonly (readonly Edit[])[], isWholeIn?: Reduced['isWholeIn']): Tried {
  let told = 0;
  const wrong: string[] = [];
  for (const edits of lists) {
    const { inPart, whole } = loaded(unit, edits, isWholeIn);
    if (inPart) told++;
    if (inPart && !whole) wrong.push(`${unit.filename}: ${JSON.stringify(edits)}`);
  }
  return { tried: lists.length, told, wrong };
}
