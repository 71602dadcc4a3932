// In: one parsed file, and what other files hand to it. Out: every place that reaches swan's network APIs.
// Starts from where swan enters the file, follows it, and takes out the places that must stay as they are.
// Knows nothing of options, results and targets.

import type { ApiName } from './apis.ts';
import type { Through } from './ir.ts';
import type { SourceUnit } from './parse.ts';
import { guardOf } from './resolve/guards.ts';
import { createHazards } from './resolve/hazards.ts';
import { createNames, type Names } from './resolve/names.ts';
import { createReacher, type Reached, type Reacher } from './resolve/reach.ts';
import type { Facts, KeptSite, Reason, Resolution } from './resolve/sites.ts';
import { findImports, findStarts, isSwan } from './resolve/starts.ts';
import { findDisagreements } from './resolve/second-opinion.ts';
import { createTree, endOf, startOf, type Node, type Tree } from './resolve/tree.ts';
import { findDeclarations, findGlobals, findTypes } from './resolve/types.ts';

export type {
  AliasDeclaration,
  AliasName,
  AliasReference,
  CallSite,
  ExportSite,
  Facts,
  Guard,
  KeptCode,
  KeptSite,
  ModuleFacts,
  Reason,
  Resolution,
  SwanDeclaration,
  TypeReference,
  Use,
  ValueSite,
} from './resolve/sites.ts';

/** Reads the tree only. Does not throw on any program that parses. */
export function resolve(unit: SourceUnit, facts?: Facts): Resolution {
  const tree = createTree(unit.ast, unit.text);
  const names = createNames(tree, unit.strict, /\.d\.[cm]?ts$/i.test(unit.filename));
  const swan = names.of('swan');
  const reacher = createReacher(tree, names, (node) => isSwan(node, names));
  for (const { node, road } of findStarts(tree, names)) reacher.followObject(node, road);
  for (const node of swan.freeWrites) reacher.replace(node);
  if (facts) followImports(tree, names, facts, reacher);
  const { reached } = reacher;
  const kept = [...reached.kept];
  const isReplaced = reached.replaced.length > 0;
  const hazardAt = createHazards(tree, names, unit.strict);
  const isDoubted = createDoubt(unit, names, reached);
  const reasonFor = (api: ApiName, node: Node, through: Through): Reason | undefined => {
    const doubted = isDoubted(node);
    if (doubted !== undefined) return { code: 'scope-unclear', details: { name: doubted } };
    if (isAny(reached.assigned, api) || (facts?.assigned && isAny(facts.assigned, api))) {
      return { code: 'api-assigned', details: { api } };
    }
    if (isAny(reached.hooked, api)) return { code: 'swan-after', details: {} };
    if (isReplaced && through !== 'import') return { code: 'alias-reassigned', details: { name: 'swan' } };
    return hazardAt(node);
  };
  const calls = reached.calls.filter(({ api, node, at, through }) =>
    spare(kept, api, at, reasonFor(api, node, through)),
  );
  const values = reached.values.filter(({ api, node, at, through }) =>
    spare(kept, api, at, reasonFor(api, node, through)),
  );
  const sites = [...calls, ...values].map(({ at }) => at);
  const others = reached.others.map(({ at }) => at);
  return {
    calls: calls.sort(byPlace),
    values: values.map(({ node: _, ...value }) => value).sort(byPlace),
    kept: kept.sort(byPlace),
    guards: reached.guards.map((guard) => guardOf(tree, names, guard, sites, others)).sort(byPlace),
    aliases: [...reached.aliases].sort((a, b) => a.declarator.start - b.declarator.start),
    types: findTypes(tree, swan),
    declarations: findDeclarations(tree, swan, unit.comments),
    globals: findGlobals(unit.text, unit.comments),
    exports: reached.exports,
    assigned: reached.assigned,
    others: countOthers(reached),
    tree,
    names,
  };
}

/** What other modules hand to this one. */
function followImports(tree: Tree, names: Names, facts: Facts, reacher: Reacher): void {
  const { specifiers, objects, handedOn } = findImports(tree, names, facts);
  for (const { id, specifier, name, module } of specifiers) {
    const { exports } = module;
    const stands = exports.get(name) ?? (name === 'default' ? exports.get('=') : undefined);
    if (stands !== undefined) {
      reacher.bindImport(id, specifier, stands);
      continue;
    }
    const isNamespace = [...exports.keys()].some((key) => key.startsWith(`${name}.`));
    // A default import of a CommonJS module is its `module.exports`.
    if (!isNamespace && name !== 'default') continue;
    const prefix = isNamespace ? `${name}.` : '';
    for (const node of names.bindingOf(id)?.reads ?? []) {
      reacher.followObject(node, { through: 'import', of: 'module', module, prefix });
    }
  }
  for (const { node, road } of objects) {
    const whole = road.module?.exports.get('=');
    if (whole === undefined) reacher.followObject(node, road);
    else if (whole === 'swan') reacher.followObject(node, { through: 'import', of: 'swan' });
    else reacher.followApi(node, whole, road);
  }
  reacher.reached.exports.push(...handedOn);
}

/** Tells the name in a site that a second analysis takes for another one; asked only where the file binds such names. */
function createDoubt(unit: SourceUnit, names: Names, reached: Reached): (node: Node) => string | undefined {
  const asked = new Set(reached.aliases.flatMap((alias) => alias.names.map(({ name }) => name)));
  if (names.of('swan').bindings.length > 0) asked.add('swan');
  const doubts = asked.size > 0 ? [...findDisagreements(unit.ast, names, asked)] : [];
  return (node) => {
    const inside = doubts.find((doubt) => startOf(node) <= startOf(doubt) && endOf(doubt) <= endOf(node));
    return inside?.type === 'Identifier' ? inside.name : undefined;
  };
}

function isAny(apis: ReadonlySet<ApiName | '*'>, api: ApiName): boolean {
  return apis.has('*') || apis.has(api);
}

/** True when nothing speaks against the site; otherwise it joins the kept ones. */
function spare(kept: KeptSite[], api: ApiName, at: KeptSite['at'], reason: Reason | undefined): boolean {
  if (reason) kept.push({ api, at, ...reason });
  return reason === undefined;
}

function byPlace(a: { readonly at: KeptSite['at'] }, b: { readonly at: KeptSite['at'] }): number {
  return a.at.start - b.at.start || b.at.end - a.at.end;
}

function countOthers({ others }: Reached): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { member } of others) counts.set(member, (counts.get(member) ?? 0) + 1);
  return counts;
}
