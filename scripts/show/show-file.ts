// In: the text of one file, a target, and what other files hand to it. Out: what each phase of the compiler knows of it, as text
// for people who work on the compiler: scan, parse, resolve, and for each site its road, options, facts and rung.
// Runs the phases as `src/rewrite.ts` does, and knows nothing itself.

import { rewrite, type Output, type Site, type Style, type TargetName } from '../../src/index.ts';
import { indexLines, type Lines } from '../../src/text/lines.ts';
import { isParseFailure, parse, type SourceUnit } from '../../src/syntax/parse.ts';
import { printable } from '../../src/text/printable.ts';
import type { Facts } from '../../src/resolve/resolve.ts';
import type { RoadStep } from '../../src/resolve/roads.ts';
import { isCandidate, isGenerated } from '../../src/resolve/scan.ts';
import type { Span } from '../../src/text/text.ts';
import { factLines, optionLines } from './facts.ts';
import { followFile, valueText, type Followed } from './roads.ts';

export interface ShowOptions {
  readonly filename: string;
  readonly target: TargetName;
  readonly style?: Style | undefined;
  readonly facts?: Facts | undefined;
}

/** Columns of code that fit beside what is said of it. */
const shown = 60;

export function showFile(code: string, { filename, target, style = 'native', facts }: ShowOptions): string {
  const head = [`${filename}, to ${target}, style ${style}`, '', `scan     ${scanned(code, filename)}`];
  const unit = parse(code, filename);
  if (isParseFailure(unit)) return text([...head, `parse    fails: ${unit.message}`]);
  const result = rewrite(code, { filename, target, style, include: true, ...(facts && { facts }) });
  const followed = followFile(unit, facts);
  const view = createView(code);
  return text([
    ...head,
    `parse    ${parsed(unit, result)}`,
    ...section('resolve', resolved(followed, view)),
    ...result.sites.flatMap((site, index) => ['', ...siteLines(site, index + 1, followed, result, view)]),
    '',
    `output   ${result.status}; ${result.edits.length} edits; from the shim: ${result.shim.join(', ') || 'nothing'}`,
  ]);
}

interface View {
  readonly lines: Lines;
  place(span: Span): string;
  /** In one line. */
  show(span: Span): string;
}

function createView(code: string): View {
  const lines = indexLines(code);
  return {
    lines,
    place({ start }) {
      const { line, column } = lines.place(start);
      return `${line}:${column}`;
    },
    show({ start, end }) {
      const line = printable(code.slice(start, end).replace(/\s+/g, ' '));
      return line.length > shown ? `${line.slice(0, shown - 1)}…` : line;
    },
  };
}

function scanned(code: string, filename: string): string {
  const concerns = isCandidate(code) ? 'may concern the network' : 'names neither swan nor a network API';
  return `${concerns}${isGenerated(code, filename) ? '; generated, and only read when it is asked for' : ''}`;
}

function parsed({ typescript, strict, regions, comments }: SourceUnit, { module }: Output): string {
  const language = typescript ? 'TypeScript' : 'JavaScript';
  const stretches = regions ? `; ${regions.length} stretches of the file are script` : '';
  return `${language}; ${module}; ${strict ? 'strict' : 'sloppy'}; ${comments.length} comments${stretches}`;
}

function resolved({ resolution, starts }: Followed, view: View): string[] {
  const { calls, values, kept, guards, aliases, interceptors, others } = resolution;
  const names = aliases.flatMap((alias) => alias.names.map(({ name, stands }) => `${name} (${stands})`));
  return [
    ...starts.map((start) => `enters   ${stepText(start, view)}`),
    `found    ${calls.length} calls, ${values.length} values, ${kept.length} kept, ${guards.length} tests`,
    ...(names.length > 0 ? [`names    ${names.join(', ')}`] : []),
    ...(others.size > 0
      ? [`others   ${[...others].map(([name, places]) => `${name} ×${places.length}`).join(', ')}`]
      : []),
    ...interceptors.map(({ at, code }) => `replaces ${view.place(at)} ${view.show(at)} (${code})`),
  ];
}

function siteLines(site: Site, number: number, followed: Followed, result: Output, view: View): string[] {
  const isHere = ({ at }: { readonly at: Span }): boolean => at.start === site.start && at.end === site.end;
  const { calls, values } = followed.lifted;
  const call = calls.find(isHere) ?? values.find(isHere)?.call;
  return [
    `site ${number}   ${view.place(site)} ${site.api}: ${view.show(site)}`,
    ...section(
      '  road',
      followed.roadTo(site).map((step) => stepText(step, view)),
    ),
    ...(call ? section('  options', optionLines(call, view.show)) : []),
    ...(call ? section('  facts', factLines(call, view.show)) : []),
    ...section('  rung', rungLines(site, result, view)),
  ];
}

/** The rung, the question that kept the site from the one above, and what is said at the site. */
function rungLines({ verdict, denial, start, end }: Site, { diagnostics }: Output, view: View): string[] {
  const own = diagnostics.filter((one) => start <= one.start && one.end <= end);
  const asked = denial ? [`no to: ${denial.question}? ${view.place(denial.at)} ${view.show(denial.at)}`] : [];
  return [verdict, ...asked, ...own.map(({ code, message }) => `${code}: ${printable(message)}`)];
}

function stepText(step: RoadStep, view: View): string {
  const { at, place, says, doubt } = step;
  const inDoubt = doubt === undefined ? '' : ` (in doubt: ${doubt})`;
  return `${view.place(at)} ${view.show(at)} is ${valueText(step)}${inDoubt}; ${place}: ${says}`;
}

/** A title in front of the first line; the others stand below it. */
function section(title: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => `${(index === 0 ? title : '').padEnd(9)} ${line}`.trimEnd());
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
