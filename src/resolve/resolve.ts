// In: one parsed file, and what other files hand to it. Out: every place that reaches swan's network APIs.
// Starts from where swan enters the file, follows it, and takes out the places that must stay as they are.
// Knows nothing of options, results and targets.

import type { SourceUnit } from '../syntax/parse.ts';
import { collect } from './collect.ts';
import { findDoubts } from './doubts.ts';
import { joinExports } from './exports.ts';
import { follow } from './follow.ts';
import { findReexports, followImports } from './imports.ts';
import { findInterceptors } from './interceptors.ts';
import { createBindings } from '../syntax/bindings.ts';
import type { Facts, Resolution } from './sites.ts';
export type { Arm, Branch, Condition, Guard, IfRole, Logic, Standing } from './tests.ts';
import { findStarts } from './starts.ts';
import { table } from './table.ts';
import { keepTexts } from './text-code.ts';
import { createTrail } from './trail.ts';
import { createTree } from '../syntax/tree.ts';
import { findDeclarations, findGlobals, findTypes } from './types.ts';

export type {
  AliasDeclaration,
  AliasName,
  AliasReference,
  CallSite,
  Exported,
  ExportSite,
  Facts,
  HandedWrite,
  Interceptor,
  KeptCode,
  KeptSite,
  ModuleFacts,
  KeptReason,
  Resolution,
  SeenInterceptor,
  SwanDeclaration,
  TypeReference,
  Use,
  ValueSite,
} from './sites.ts';

/** What following is made of; a test plants its faults in them. */
export interface Following {
  readonly createTrail: typeof createTrail;
  readonly table: typeof table;
  readonly findDoubts: typeof findDoubts;
  readonly findInterceptors: typeof findInterceptors;
}

const ours: Following = { createTrail, table, findDoubts, findInterceptors };

/** Reads the tree only. Does not throw on any program that parses. */
export function resolve(
  unit: SourceUnit,
  facts: Facts = { modules: new Map() },
  following: Following = ours,
): Resolution {
  const tree = createTree(unit.ast, unit.text);
  const names = createBindings(tree, unit.strict, /\.d\.[cm]?ts$/i.test(unit.filename));
  const swan = names.of('swan');
  const trail = following.createTrail(tree, names, facts);
  for (const start of findStarts(tree, names)) trail.go(start);
  followImports(trail);
  follow(trail, following.table);
  keepTexts(trail);
  const doubts = following.findDoubts(trail);
  const interceptors = following.findInterceptors(trail);
  const exports = [...joinExports(trail, doubts), ...findReexports(trail)];
  const certain = new Set(exports.flatMap(({ name, stands }) => (stands === 'swan' ? [name] : [])));
  return {
    ...collect(unit, trail, doubts, interceptors),
    interceptors,
    writes: trail.found.writes,
    types: findTypes(tree, swan),
    declarations: findDeclarations(tree, swan, unit.comments),
    globals: findGlobals(unit.text, unit.comments),
    exports,
    handedOut: new Set([...trail.found.handedOut].filter((path) => !certain.has(path))),
    tree,
    names,
  };
}
