// In: a run. Out: its notes and warnings, as lines of the summary: what each code is about, and where.
// Knows nothing of what a code means.

import { type Code, catalogue } from '../../src/diagnostics/diagnostics.ts';
import { type Wording, wordsIn } from '../../src/locale/locale.ts';
import type { FileDiagnostic } from '../../src/workspace/file-result.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { tally } from '../../src/workspace/report/totals.ts';
import { type Medium, paragraph } from '../medium.ts';

/** So many places are named; the rest is counted. */
const shownAtMost = 20;

/** Notes of one code on one line. */
interface Place {
  readonly code: Code;
  readonly place: string;
  count: number;
}

/** @param told stands elsewhere in the summary */
export function noteLines(run: Run, told: ReadonlySet<FileDiagnostic>, medium: Medium): string[] {
  const say = wordsIn(wording, run.locale);
  const { bold, dim } = medium.colours;
  const places = placesOf(run, told);
  const all = countOf(places);
  if (all === 0) return [];
  const shown = shareOut(places);
  const codes = tally(places.flatMap(({ code, count }) => Array<Code>(count).fill(code)));
  const lines = ['', bold(say.notes(all))];
  for (const [code, count] of codes) {
    const named = shown.filter((place) => place.code === code).map(({ place }) => place);
    lines.push(paragraph(medium, `${bold(code)}  ${catalogue[code].title[run.locale]}`, `  ${count} `));
    if (named.length > 0) lines.push(paragraph(medium, dim(named.join(say.comma)), '    '));
  }
  const more = all - countOf(shown);
  if (more > 0) lines.push(paragraph(medium, say.more(more), '  '));
  const only = codes.length === 1 ? codes[0]?.[0] : undefined;
  lines.push(paragraph(medium, dim(say.explain(only ?? 'CODE')), '  '));
  return lines;
}

function placesOf({ files }: Run, told: ReadonlySet<FileDiagnostic>): Place[] {
  const places = new Map<string, Place>();
  for (const { file, diagnostics } of files) {
    for (const diagnostic of diagnostics) {
      const { code, severity, line } = diagnostic;
      if (severity === 'error' || told.has(diagnostic)) continue;
      const place = `${file}:${line}`;
      const known = places.get(`${code} ${place}`);
      if (known) known.count++;
      else places.set(`${code} ${place}`, { code, place, count: 1 });
    }
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
  more: {
    en: (n: number) => `… and ${n} more: --report pretty shows them all.`,
    'zh-CN': (n: number) => `…… 另有 ${n} 条：--report pretty 会全部列出。`,
  },
  explain: {
    en: (code: string) => `--report pretty shows what each says; cygnet explain ${code} says what it means.`,
    'zh-CN': (code: string) => `--report pretty 会列出每条的内容；cygnet explain ${code} 会说明其含义。`,
  },
} satisfies Wording;
