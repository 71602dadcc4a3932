// In: one file as it was parsed and resolved. Out: what lowering needs to know of the file around its sites: text, names,
// statements and stretches, as spans and facts. Each is looked for when it is first asked for.
// The last that sees the syntax tree, with the lifting of sites. Knows nothing of targets.

import type { Resolution } from '../resolve/resolve.ts';
import type { SourceUnit } from '../syntax/parse.ts';
import { findPlatformBranches, isDirective } from '../syntax/platform-branches.ts';
import { endOf, startOf, type Tree } from '../syntax/tree.ts';
import { isValueAsWritten, verbatimIn } from '../syntax/verbatim.ts';
import type { Span } from '../text/text.ts';
import { once } from '../once.ts';
import { readNames, type FileNames } from './names.ts';
import { readStatements, type TopStatement } from './statements.ts';

export interface LiftedFile extends Omit<SourceUnit, 'ast'> {
  readonly names: FileNames;
  /** Those of the program itself, directives left out. */
  readonly statements: () => readonly TopStatement[];
  /** Between `#ifdef` and what closes it, the outer ones first. */
  readonly branches: () => readonly Span[];
  /** Comments that open, part or close such a branch. */
  readonly branchComments: () => readonly Span[];
  /** The stretches within the span in which a line break is part of a value or of a comment. */
  readonly verbatim: (span: Span) => readonly Span[];
  /** What begins there belongs to a template, a string or JSX text. */
  readonly isInText: (offset: number) => boolean;
}

/** `templateWords`: what stands in a template that the names of the file are visible in. */
export function liftFile(
  unit: SourceUnit,
  { tree, names }: Pick<Resolution, 'tree' | 'names'>,
  templateWords: ReadonlySet<string>,
): LiftedFile {
  const { ast: _ast, ...shown } = unit;
  const isBranchComment = ({ start, end }: Span): boolean => isDirective(unit.text.slice(start, end));
  return {
    ...shown,
    names: readNames(names, templateWords),
    verbatim: verbatimIn(unit, tree),
    isInText: (offset) => isInText(tree, offset),
    statements: once(() => readStatements(unit, tree, names)),
    branches: once(() => findPlatformBranches(unit.text).map(({ at }) => at)),
    branchComments: once(() => unit.comments.filter(isBranchComment)),
  };
}

function isInText(tree: Tree, offset: number): boolean {
  let isText = false;
  tree.walk(tree.program, (node) => {
    if (startOf(node) >= offset || endOf(node) <= offset) return false;
    if (isValueAsWritten(node)) isText = true;
    return true;
  });
  return isText;
}
