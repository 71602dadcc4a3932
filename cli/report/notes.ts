// In: a run. Out: its notes and warnings, and what stays by choice, as lines of the summary: what each code is about, and where.
// Knows nothing of what a code means.

import { type Code, catalogue, describe } from '../../src/diagnostics/diagnostics.ts';
import { type Locale, type Wording, wordsIn } from '../../src/locale/locale.ts';
import type { FileDiagnostic } from '../../src/workspace/file-result.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { tally } from '../../src/workspace/report/totals.ts';
import { type Medium, paragraph } from '../medium.ts';
import type { LeftItem } from './left.ts';

/** So many places are named; the rest is counted. */
const shownAtMost = 20;

/** Notes of one code on one line. */
interface Place {
  readonly code: Code;
  readonly place: string;
  count: number;
}

/** @param told stands elsewhere in the summary */
export function noteLines({ files, locale }: Run, told: ReadonlySet<FileDiagnostic>, medium: Medium): string[] {
  const say = wordsIn(wording, locale);
  const { bold, dim } = medium.colours;
  const notes = files.flatMap(({ file, diagnostics }) =>
    diagnostics
      .filter((one) => one.severity !== 'error' && !told.has(one))
      .map(({ code, line }) => ({ file, code, line })),
  );
  const places = placesOf(notes);
  if (places.length === 0) return [];
  const codes = new Set(places.map(({ code }) => code));
  return [
    '',
    bold(say.notes(countOf(places))),
    ...placeLines(places, locale, medium),
    paragraph(medium, dim(say.explain((codes.size === 1 ? places[0]?.code : undefined) ?? 'CODE')), '  '),
  ];
}

/** What stays because somebody wanted it to, by the code that says so. A comment may say why. */
export function chosenLines(items: readonly LeftItem[], locale: Locale, medium: Medium): string[] {
  if (items.length === 0) return [];
  const said = items.flatMap(({ file, line, diagnostics: [first] }) => (first ? [{ ...first, file, line }] : []));
  const [commented, others] = [said.filter(isCommented), said.filter((one) => !isCommented(one))];
  const lines = commented
    .slice(0, shownAtMost)
    .map((one) => paragraph(medium, describe(one, locale), `    ${medium.colours.dim(`${one.file}:${one.line}`)} `));
  const more = commented.length - lines.length;
  return [
    '',
    medium.colours.bold(wording.chosen[locale](items.length)),
    ...placeLines(placesOf(others), locale, medium),
    ...(commented.length > 0 ? [headOf('kept-on-request', commented.length, locale, medium)] : []),
    ...lines,
    ...(more > 0 ? [paragraph(medium, wording.more[locale](more), '  ')] : []),
  ];
}

function isCommented({ code }: FileDiagnostic): boolean {
  return code === 'kept-on-request';
}

/** `  2 relative-url  A relative url` */
function headOf(code: Code, count: number, locale: Locale, medium: Medium): string {
  return paragraph(medium, `${medium.colours.bold(code)}  ${catalogue[code].title[locale]}`, `  ${count} `);
}

function placeLines(places: readonly Place[], locale: Locale, medium: Medium): string[] {
  const say = wordsIn(wording, locale);
  const { dim } = medium.colours;
  const shown = shareOut(places);
  const codes = tally(places.flatMap(({ code, count }) => Array<Code>(count).fill(code)));
  const lines: string[] = [];
  for (const [code, count] of codes) {
    const named = shown.filter((place) => place.code === code).map(({ place }) => place);
    lines.push(headOf(code, count, locale, medium));
    if (named.length > 0) lines.push(paragraph(medium, dim(named.join(say.comma)), '    '));
  }
  const more = countOf(places) - countOf(shown);
  if (more > 0) lines.push(paragraph(medium, say.more(more), '  '));
  return lines;
}

function placesOf(all: readonly { readonly file: string; readonly line: number; readonly code: Code }[]): Place[] {
  const places = new Map<string, Place>();
  for (const { file, line, code } of all) {
    const place = `${file}:${line}`;
    const known = places.get(`${code} ${place}`);
    if (known) known.count++;
    else places.set(`${code} ${place}`, { code, place, count: 1 });
  }
  return [...places.values()];
}

function countOf(places: readonly Place[]): number {
  return places.reduce((sum, { count }) => sum + count, 0);
}

/** As many as are shown, so that each code has a place before one has two. */
function shareOut(places: readonly Place[]): Place[] {
  const ranks = new Map<Code, number>();
  const ranked = places.map((place) => {
    const rank = ranks.get(place.code) ?? 0;
    ranks.set(place.code, rank + 1);
    return { place, rank };
  });
  const shown = new Set(
    [...ranked]
      .sort((a, b) => a.rank - b.rank)
      .slice(0, shownAtMost)
      .map(({ place }) => place),
  );
  return places.filter((place) => shown.has(place));
}

const wording = {
  comma: { en: ', ', 'zh-CN': '、' },
  notes: { en: (n: number) => `Notes (${n}):`, 'zh-CN': (n: number) => `提示（${n} 条）：` },
  chosen: {
    en: (n: number) => `Left as somebody chose (${n}):`,
    'zh-CN': (n: number) => `按选择保持不变（${n} 处）：`,
  },
  more: {
    en: (n: number) => `… and ${n} more: --report pretty shows them all.`,
    'zh-CN': (n: number) => `…… 另有 ${n} 条：--report pretty 会全部列出。`,
  },
  explain: {
    en: (code: string) => `--report pretty shows what each says; cygnet explain ${code} says what it means.`,
    'zh-CN': (code: string) => `--report pretty 会列出每条的内容；cygnet explain ${code} 会说明其含义。`,
  },
} satisfies Wording;
