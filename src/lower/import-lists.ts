// In: a file and a module that it needs names of. Out: the statements of the file that take names of that module already, and
// the edits that write more among them: so that a file that is moved in two steps reads as one that was moved in one.
// Knows nothing of what the names mean.

import type { LiftedFile } from '../lift/file.ts';
import type { Formatting } from '../lift/formatting.ts';
import type { ImportList, ListedName } from '../lift/import-list.ts';
import type { TopStatement } from '../lift/statements.ts';
import { overlaps, type Edit, type Span } from '../text/text.ts';
import type { NewNames } from './new-names.ts';
import type { ImportedName } from './print.ts';

export interface NamedModule {
  readonly from: string;
  /** It is to be there before the file's own imports are. */
  readonly isFirst?: boolean;
}

/** A statement that takes names of the module, before anything of the file runs. */
export interface OpenList {
  readonly statement: TopStatement;
  readonly list: ImportList;
}

export function openLists(file: LiftedFile, wanted: NamedModule): OpenList[] {
  const { module } = file;
  const [statements, branches] = [file.statements(), file.branches()];
  const working = statements.findIndex(({ isIdle }) => !isIdle);
  const early = wanted.isFirst
    ? statements.slice(0, 1)
    : statements.slice(0, working < 0 ? statements.length : working);
  // What is imported is there before the file runs, wherever it stands.
  return (module === 'esm' && !wanted.isFirst ? statements : early).flatMap((statement) => {
    const { at, list } = statement;
    const isForAll = !branches.some((branch) => overlaps(branch, at));
    return list?.from === wanted.from && isForAll ? [{ statement, list }] : [];
  });
}

/** What the file calls the name already, at this place. */
export function localOf(
  name: string,
  place: Span,
  lists: readonly OpenList[],
  names: NewNames,
  module: LiftedFile['module'],
): string | undefined {
  for (const { statement, list } of lists) {
    const listed = list.names.find((one) => one.name === name);
    const isThere = module === 'esm' || statement.at.end <= place.start;
    if (listed && isThere && names.isOnly(listed.local, listed.declared, place)) return listed.local;
  }
  return undefined;
}

/** A comment in a list is about names that stand by it: another name would come between. */
export function mayGrow({ comments }: LiftedFile, { statement }: OpenList): boolean {
  return !comments.some((comment) => overlaps(statement.at, comment));
}

/**
 * Each name behind the last one that comes before it in the alphabet, whatever else is added: so names that are added one
 * after the other stand as if they had come together.
 */
export function extendList(
  { text, module }: LiftedFile,
  { statement: { at: whole }, list: { names } }: OpenList,
  added: readonly ImportedName[],
  { eol, step }: Formatting,
): Edit[] {
  const gaps = Array.from({ length: names.length + 1 }, (): string[] => []);
  for (const one of added) gaps[names.findLastIndex(({ name }) => name <= one.name) + 1]?.push(spelled(one, module));
  const length = whole.end - whole.start + gaps.flat().reduce((sum, own) => sum + `, ${own}`.length, 0);
  const around = isOneLine(text, whole) && length > longest ? bracesOf(text, names, whole) : undefined;
  if (around) return onLines(names, gaps, around, eol, leadOf(text, whole.start) ?? '', step);
  const lead = leadOf(text, names[0]?.at.start ?? whole.start);
  // `{⏎  a,⏎  b }` rather than `{ a, b }`
  const separator = lead !== undefined && !isOneLine(text, whole) ? `,${eol}${lead}` : ', ';
  return gaps.flatMap((own, index): Edit[] => {
    const [before, behind] = [names[index - 1], names[index]];
    if (own.length === 0) return [];
    if (before)
      return [
        insertion(
          before.at.end,
          own.map((one) => separator + one),
        ),
      ];
    return behind
      ? [
          insertion(
            behind.at.start,
            own.map((one) => one + separator),
          ),
        ]
      : [];
  });
}

const longest = 100;

/** `{ a, c }` takes a line for each name where one has no room, as a new list would. */
function onLines(
  names: readonly ListedName[],
  gaps: readonly (readonly string[])[],
  around: Span,
  eol: string,
  indent: string,
  step: string,
): Edit[] {
  const line = eol + indent + step;
  return gaps.map((own, index): Edit => {
    const [before, behind] = [names[index - 1], names[index]];
    const at = { start: before?.at.end ?? around.start + 1, end: behind?.at.start ?? around.end - 1 };
    const lines = [...(before ? [','] : []), ...own.map((one) => `${line}${one},`)].join('');
    return { at, text: [behind ? lines + line : lines.replace(/,$/, '') + eol + indent] };
  });
}

function insertion(offset: number, text: readonly string[]): Edit {
  return { at: { start: offset, end: offset }, text };
}

function spelled({ name, local }: ImportedName, module: LiftedFile['module']): string {
  if (local === name) return name;
  return module === 'esm' ? `${name} as ${local}` : `${name}: ${local}`;
}

/** From brace to brace, where nothing but white space stands by them. */
function bracesOf(text: string, names: readonly ListedName[], whole: Span): Span | undefined {
  const before = /\{\s*$/.exec(text.slice(whole.start, names[0]?.at.start));
  const end = names.at(-1)?.at.end ?? whole.end;
  const behind = /^\s*\}/.exec(text.slice(end, whole.end));
  return before && behind ? { start: whole.start + before.index, end: end + behind[0].length } : undefined;
}

function isOneLine(text: string, { start, end }: Span): boolean {
  return !text.slice(start, end).includes('\n');
}

/** The white space before an offset on its line; nothing when more than that stands there. */
function leadOf(text: string, offset: number): string | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^\uFEFF?([ \t]*)$/.exec(line)?.[1];
}
