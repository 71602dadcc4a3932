// In: the comments of a file that turn rules off, as ESLint reads them, and the name of a rule. Out: the stretches in which it is off.
// ESLint drops what is reported there, and with it a fix that others would wait for.

import type { AST, SourceCode } from 'eslint';

type Stretch = [start: number, end: number];

/** As far as ESLint's types leave it out. */
type WithDirectives = Omit<SourceCode, 'getDisableDirectives'> & {
  getDisableDirectives?(): { readonly directives: readonly Directive[] };
};

interface Directive {
  readonly type: 'disable' | 'enable' | 'disable-line' | 'disable-next-line';
  /** The rules, with commas between them. */
  readonly value: string;
  readonly node: Pick<AST.Token, 'loc' | 'range'>;
}

export function stretchesOff(source: SourceCode, rule: string): Stretch[] {
  const { getDisableDirectives } = source as WithDirectives;
  // Other languages than JavaScript have no such comments.
  const found = getDisableDirectives?.call(source).directives ?? [];
  const stretches: Stretch[] = [];
  let since: number | undefined;
  for (const { type, value, node } of found) {
    if (!isAbout(value, rule)) continue;
    const [from] = node.range;
    if (type === 'disable') since ??= from;
    else if (type === 'enable') {
      if (since !== undefined) stretches.push([since, from]);
      since = undefined;
    } else stretches.push(lineAt(source, type === 'disable-line' ? node.loc.start.line : node.loc.end.line + 1));
  }
  return since === undefined ? stretches : [...stretches, [since, Infinity]];
}

/** Without names it is about all rules. */
function isAbout(names: string, rule: string): boolean {
  const all = names.split(',').map((name) => name.trim());
  return names.trim() === '' || all.includes(rule);
}

function lineAt(source: SourceCode, line: number): Stretch {
  const startOf = (one: number): number =>
    one > source.lines.length ? source.text.length + 1 : source.getIndexFromLoc({ line: one, column: 0 });
  return [startOf(line), startOf(line + 1)];
}
