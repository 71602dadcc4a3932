// In: a text with `#ifdef` comments, as uni-app knows them. Out: the stretches that the build for swan leaves out.
// The preprocessor of such programs looks at the text and not at syntax, line by line, before any parser does; so does
// this. Nothing where a condition holds more than names. Knows nothing of what stands in the branches.

import type { Span } from '../text/text.ts';

/** A comment of its own kind, with or without what closes it. */
const directive =
  /^[^\S\r\n\u2028\u2029]*(?:\/\/|\/\*+|<!--)[^\S\r\n\u2028\u2029]*#(ifdef|ifndef|if|elif|else|endif)\b([^\r\n\u2028\u2029]*)$/gm;

/** What holds in a build for swan. Which version of Vue builds it is not known, so both are looked at. */
const buildsForSwan: readonly ReadonlySet<string>[] = [
  new Set(['MP-BAIDU', 'MP', 'VUE2']),
  new Set(['MP-BAIDU', 'MP', 'VUE3']),
];

interface Branch {
  readonly isTaken: boolean;
  readonly isHidden: boolean;
  readonly start: number;
}

/** For each way to build it, what is left out; empty where the text has no branches that can be told apart. */
export function hiddenFromSwan(text: string): Span[][] {
  return buildsForSwan.map((names) => hiddenFrom(text, names)).filter((hidden) => hidden.length > 0);
}

function hiddenFrom(text: string, names: ReadonlySet<string>): Span[] {
  const hidden: Span[] = [];
  const open: Branch[] = [];
  for (const match of text.matchAll(directive)) {
    const [whole, word = '', condition = ''] = match;
    if (word === 'if' || word === 'elif') return [];
    const behind = match.index + whole.length;
    if (word === 'ifdef' || word === 'ifndef') {
      const holds = holdsIn(condition, names);
      if (holds === undefined) return [];
      const isTaken = holds === (word === 'ifdef');
      open.push({ isTaken, isHidden: !isTaken, start: behind });
      continue;
    }
    const branch = open.pop();
    if (!branch) return [];
    if (branch.isHidden) hidden.push({ start: branch.start, end: match.index });
    if (word === 'else') open.push({ isTaken: !branch.isTaken, isHidden: branch.isTaken, start: behind });
  }
  if (open.length > 0) return [];
  // What lies in a hidden branch is hidden with it.
  return hidden
    .sort((a, b) => a.start - b.start)
    .filter(({ start }, i, all) => !all.slice(0, i).some((outer) => start < outer.end));
}

/** `MP-BAIDU || H5`, `APP && VUE3`; undefined for what is neither. */
function holdsIn(condition: string, names: ReadonlySet<string>): boolean | undefined {
  const text = condition
    .trimEnd()
    .replace(/(?:\*\/|-->)$/, '')
    .trim();
  if (!/^[\w-]+(?:\s*(?:\|\||&&)\s*[\w-]+)*$/.test(text)) return undefined;
  return text.split('||').some((part) => part.split('&&').every((name) => names.has(name.trim())));
}
