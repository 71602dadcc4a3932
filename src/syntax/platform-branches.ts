// In: a text with `#ifdef` comments, as uni-app knows them. Out: its branches, which of them swan's build alone compiles, and
// the stretches that it leaves out.
// The preprocessor of such programs looks at the text and not at syntax, line by line, before any parser does; so does
// this. Of a condition that holds more than names nothing is concluded. Knows nothing of what stands in the branches.

import { contains, type Span } from '../text/text.ts';

/** A comment of its own kind, with or without what closes it. */
const directive =
  /^[^\S\r\n\u2028\u2029]*(?:\/\/|\/\*+|<!--)[^\S\r\n\u2028\u2029]*#(ifdef|ifndef|if|elif|else|endif)\b([^\r\n\u2028\u2029]*)$/gm;

/** What holds in a build for swan. Which version of Vue builds it is not known, so both are looked at. */
const buildsForSwan: readonly ReadonlySet<string>[] = [
  new Set(['MP-BAIDU', 'MP', 'VUE2']),
  new Set(['MP-BAIDU', 'MP', 'VUE3']),
];

export interface PlatformBranch {
  /** Between the directives. */
  readonly at: Span;
  /** As written: `#ifdef MP-BAIDU`, `#else of #ifndef H5`. */
  readonly text: string;
  /** The names that have to be defined, as lists of which one has to hold; nothing where it holds more than names. */
  readonly anyOf: readonly (readonly string[])[] | undefined;
  /** It is compiled where the condition does not hold. */
  readonly isNegated: boolean;
}

/** Every branch, the outer one first; none where they do not close. */
export function findPlatformBranches(text: string): PlatformBranch[] {
  if (!text.includes('#if')) return [];
  const found: PlatformBranch[] = [];
  const open: (Omit<PlatformBranch, 'at'> & { readonly start: number })[] = [];
  for (const match of text.matchAll(directive)) {
    const [whole, word = '', behind = ''] = match;
    const start = match.index + whole.length;
    if (/^if/.test(word)) {
      const condition = conditionOf(behind);
      const anyOf = word === 'if' ? undefined : namesIn(condition);
      open.push({ start, text: `#${word} ${condition}`, anyOf, isNegated: word === 'ifndef' });
      continue;
    }
    const last = open.pop();
    if (!last) return [];
    found.push({ ...last, at: { start: last.start, end: match.index } });
    if (word === 'elif') open.push({ start, text: `#elif ${conditionOf(behind)}`, anyOf: undefined, isNegated: false });
    if (word === 'else') open.push({ ...last, start, text: `#else of ${last.text}`, isNegated: !last.isNegated });
  }
  return open.length > 0 ? [] : found.sort((a, b) => a.at.start - b.at.start);
}

/** A directive that opens, parts or closes branches stands in the text of a comment. */
export function isDirective(comment: string): boolean {
  return [...comment.matchAll(directive)].length > 0;
}

/** No other build compiles what stands there. */
export function isForSwanAlone({ anyOf, isNegated }: PlatformBranch): boolean {
  return !isNegated && anyOf !== undefined && anyOf.every((all) => all.includes('MP-BAIDU'));
}

/** Some build compiles the one place without the other. */
export function isParted(branches: readonly PlatformBranch[], giver: number, reader: number): boolean {
  const around = (offset: number): PlatformBranch[] =>
    branches.filter(({ at }) => at.start <= offset && offset <= at.end);
  const same = around(reader).map(({ text }) => text);
  return around(giver).some(({ text }) => !same.includes(text));
}

/** For each way to build it, what is left out; empty where the text has no branches that can be told apart. */
export function hiddenFromSwan(text: string): Span[][] {
  const branches = findPlatformBranches(text);
  if (branches.some(({ anyOf }) => !anyOf)) return [];
  return buildsForSwan
    .map((names) => branches.filter((branch) => isHidden(branch, names)).map(({ at }) => at))
    .map((hidden) => hidden.filter((at) => !hidden.some((outer) => outer !== at && contains(outer, at))))
    .filter((hidden) => hidden.length > 0);
}

function isHidden({ anyOf, isNegated }: PlatformBranch, names: ReadonlySet<string>): boolean {
  return anyOf?.some((all) => all.every((name) => names.has(name))) === isNegated;
}

function conditionOf(text: string): string {
  return text
    .trimEnd()
    .replace(/(?:\*\/|-->)$/, '')
    .trim();
}

/** `MP-BAIDU || H5`, `APP && VUE3` */
function namesIn(condition: string): string[][] | undefined {
  if (!/^[\w-]+(?:\s*(?:\|\||&&)\s*[\w-]+)*$/.test(condition)) return undefined;
  return condition.split('||').map((part) => part.split('&&').map((name) => name.trim()));
}
