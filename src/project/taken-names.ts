// In: the text of a file, and which specifiers mean a module. Out: what the file takes of that module, and whether it loads it with
// `require`. Knows nothing of what the module is.

import { findKey, findMember } from '../syntax/constant.ts';
import { createBindings } from '../syntax/bindings.ts';
import { nameOf } from '../syntax/export-places.ts';
import { isParseFailure, parse } from '../syntax/parse.ts';
import type { ParsedTexts } from '../syntax/parsed-texts.ts';
import { climbParentheses } from '../syntax/positions.ts';
import { type Node, createTree } from '../syntax/tree.ts';
import type { ParsedModule } from './object-uses.ts';
import { requiredBy } from './value-steps.ts';

export interface TakenNames {
  /** `*` is all of it: which of it is used cannot be seen. */
  readonly names: readonly string[];
  readonly hasRequire: boolean;
}

interface TakenWish {
  readonly text: string;
  readonly file: string;
  readonly texts: ParsedTexts;
  readonly isMeant: (specifier: string) => boolean;
}

export function takenNames({ text, file, texts, isMeant }: TakenWish): TakenNames {
  const unit = texts.of(text, file, parse);
  texts.letGo(file);
  if (isParseFailure(unit)) return { names: [], hasRequire: false };
  const tree = createTree(unit.ast, unit.text);
  const module = { tree, names: createBindings(tree, unit.strict, false) };
  const { body } = tree.program;
  const required = requiredNames(module, isMeant);
  const names = new Set([...body.flatMap((statement) => importedNames(statement, isMeant)), ...required]);
  return { names: [...names], hasRequire: required.length > 0 };
}

function importedNames(statement: Node, isMeant: TakenWish['isMeant']): string[] {
  switch (statement.type) {
    case 'ImportDeclaration':
      if (!isMeant(statement.source.value)) return [];
      return statement.specifiers.map((one) => (one.type === 'ImportSpecifier' ? nameOf(one.imported) : '*'));
    case 'ExportAllDeclaration':
      return isMeant(statement.source.value) ? ['*'] : [];
    case 'ExportNamedDeclaration':
      if (!statement.source || !isMeant(statement.source.value)) return [];
      return statement.specifiers.map((one) => (one.type === 'ExportSpecifier' ? nameOf(one.local) : '*'));
    default:
      return [];
  }
}

function requiredNames({ tree, names }: ParsedModule, isMeant: TakenWish['isMeant']): string[] {
  return names.of('require').free.flatMap((callee) => {
    const call = tree.parent(callee);
    const specifier = call?.type === 'CallExpression' ? requiredBy({ names }, call) : undefined;
    return call && specifier !== undefined && isMeant(specifier) ? namesRead({ tree, names }, call) : [];
  });
}

/** `const { a, b: c } = require('…')`, `require('…').a` */
function namesRead({ tree, names }: ParsedModule, call: Node): string[] {
  const top = climbParentheses(tree, call);
  const parent = tree.parent(top);
  if (parent?.type === 'MemberExpression' && parent.object === top) return [findMember(parent, names) ?? '*'];
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'ObjectPattern') return ['*'];
  return parent.id.properties.map((one) => (one.type === 'ObjectProperty' && findKey(one, names)) || '*');
}
