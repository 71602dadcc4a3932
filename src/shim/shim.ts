// In: a target and the names that a program uses of its shim. Out: the text of one module that holds them and what they need.
// Also reads back what an existing shim holds. Chooses among stored declarations, prints the values of settings and puts
// both together. No stored text is edited, and nothing is known of what it does.

import { isApiName } from '../apis.ts';
import {
  storedEntries,
  storedModules,
  type StoredDeclaration,
  type StoredEntry,
  type StoredModule,
} from './store.generated.ts';
import type { Sockets } from '../target.ts';
import { isTargetName, targets, type TargetName } from '../targets.ts';

/** Milliseconds by API, as `networkTimeout` of app.json has them (R16). */
export interface Timeouts {
  readonly request?: number | undefined;
  readonly uploadFile?: number | undefined;
  readonly downloadFile?: number | undefined;
  readonly connectSocket?: number | undefined;
}

export interface ShimRequest {
  readonly target: TargetName;
  /** Public names of the target, values and (in TypeScript) types. */
  readonly names: Iterable<string>;
  /** `cjs` only concerns JavaScript: TypeScript is always written with `import` and `export`. */
  readonly module: 'esm' | 'cjs';
  readonly typescript: boolean;
  /** 60 s each where absent. */
  readonly timeouts?: Timeouts | undefined;
  /** `one` where absent (S1). */
  readonly sockets?: Sockets | undefined;
}

/** What the first lines of a shim say of it. */
export interface ShimHeader {
  readonly target: TargetName;
  readonly names: readonly string[];
  readonly module: 'esm' | 'cjs';
  readonly typescript: boolean;
  readonly timeouts?: Timeouts;
  readonly sockets?: Sockets;
}

const mark = '// @cygnet-shim ';
const usualTimeout = 60_000;
const maxWidth = 120;
const hooks = ['useAxios', 'useWebSocket'];

/** The public functions of a target's shim. */
export function shimExports(target: TargetName): readonly string[] {
  return Object.keys(entryOf(target).values).sort();
}

/** The public types of a target's shim. */
export function shimTypes(target: TargetName): readonly string[] {
  return Object.keys(entryOf(target).types).sort();
}

/** What a program that uses these names may call itself, to hand in what the shim sends with: nothing else is linked for it. */
export function shimHooks(target: TargetName, names: Iterable<string>): readonly string[] {
  const { values } = entryOf(target);
  const modules = modulesFor({});
  const reached = reachableFrom(
    [...names].flatMap((name) => values[name] ?? []),
    modules,
    false,
  );
  return hooks.filter((name) => {
    const hook = values[name];
    if (hook === undefined) return false;
    const needed = reachableFrom([hook], modules, false);
    return [...needed].every((key) => key === hook || reached.has(key));
  });
}

/** Throws for a name that the target's shim does not have. */
export function linkShim(request: ShimRequest): string {
  const names = [...new Set(request.names)].sort();
  const { values, types } = entryOf(request.target);
  const reached = reachedBy(request);
  const sections = modulesFor(request).flatMap(({ name, heading, declarations }) => {
    const linked = declarations.filter(
      (one) => reached.has(`${name}/${one.name}`) && (request.typescript || one.js !== undefined),
    );
    return linked.length === 0 ? [] : [[heading, ...linked.map((one) => textOf(one, request))].join('\n\n')];
  });
  const isCommonJs = request.module === 'cjs' && !request.typescript;
  const parts = [
    headerText({ ...request, names }),
    ...(isCommonJs ? ["'use strict';"] : []),
    ...importTexts(reached, request),
    ...sections,
    ...exportTexts(
      names.filter((name) => name in values),
      names.filter((name) => name in types),
      request,
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The packages that it will import. */
export function shimPackages(request: ShimRequest): string[] {
  return packagesIn(reachedBy(request));
}

/** What a shim was made for; undefined for a file that is not one of ours. */
export function readShimHeader(text: string): ShimHeader | undefined {
  const line = text
    .slice(0, 2000)
    .split(/\r?\n/)
    .find((candidate) => candidate.startsWith(mark));
  if (line === undefined) return undefined;
  try {
    const header: unknown = JSON.parse(line.slice(mark.length));
    return isHeader(header) ? header : undefined;
  } catch {
    return undefined;
  }
}

function isHeader(value: unknown): value is ShimHeader {
  if (typeof value !== 'object' || value === null) return false;
  const { target, names, module, typescript } = value as Record<string, unknown>;
  return (
    typeof target === 'string' &&
    isTargetName(target) &&
    Array.isArray(names) &&
    names.every((name) => typeof name === 'string') &&
    (module === 'esm' || module === 'cjs') &&
    typeof typescript === 'boolean'
  );
}

function entryOf(target: string): StoredEntry {
  const entry = isTargetName(target) ? storedEntries[targets[target].shim] : undefined;
  if (!entry) throw new Error(`there is no shim for ${target}`);
  return entry;
}

/** In the order in which they may stand in one file. */
function modulesFor({ sockets = 'one' }: Pick<ShimRequest, 'sockets'>): readonly StoredModule[] {
  return storedModules.filter((module) => (module.sockets ?? sockets) === sockets);
}

/** Every declaration that the names need. Throws for a name that the target's shim does not have. */
function reachedBy(request: ShimRequest): Set<string> {
  const { values, types } = entryOf(request.target);
  const roots = [...request.names].map((name) => {
    const key = values[name] ?? types[name];
    if (key === undefined) throw new Error(`the shim for ${request.target} has no ${name}`);
    return key;
  });
  return reachableFrom(roots, modulesFor(request), request.typescript);
}

function reachableFrom(roots: readonly string[], modules: readonly StoredModule[], isTyped: boolean): Set<string> {
  const all = new Map<string, StoredDeclaration>(
    modules.flatMap(({ name, declarations }) => declarations.map((one) => [`${name}/${one.name}`, one] as const)),
  );
  const reached = new Set(roots);
  // A set visits what is added while it is walked.
  for (const key of reached) {
    const declaration = all.get(key);
    const needs = isTyped ? declaration?.needs : (declaration?.needsAtRunTime ?? declaration?.needs);
    for (const need of needs ?? []) reached.add(need);
  }
  return reached;
}

function textOf({ name, ts, js, isSetting }: StoredDeclaration, request: ShimRequest): string {
  const text = request.typescript || js === true ? ts : (js ?? '');
  return isSetting ? withValue(text, valueOf(name, request)) : text;
}

/** What is printed for a setting. */
function valueOf(setting: string, { timeouts }: ShimRequest): Readonly<Record<string, number>> {
  if (setting !== 'timeouts') throw new Error(`the shim has no setting ${setting}`);
  const isTime = (time: unknown): boolean => typeof time === 'number' && Number.isFinite(time) && time > 0;
  const given = Object.entries({ ...timeouts }).filter(([api, time]) => isApiName(api) && isTime(time));
  return { ...Object.fromEntries(given), other: usualTimeout };
}

function withValue(head: string, value: Readonly<Record<string, number>>): string {
  const entries = Object.entries(value).map(([key, number]) => `${key}: ${number}`);
  const declared = head.slice(head.lastIndexOf('\n') + 1);
  const line = ` = { ${entries.join(', ')} };`;
  return declared.length + line.length <= maxWidth
    ? head + line
    : `${head} = {\n${entries.map((entry) => `  ${entry},\n`).join('')}};`;
}

function headerText({ target, names, module, typescript, timeouts, sockets }: ShimRequest): string {
  const settings = { target, names: [...names], module, typescript, timeouts, sockets };
  return [
    '/* eslint-disable */',
    `// Generated by cygnet (MIT): the swan network API on ${target}, as far as this program uses it.`,
    '// Run cygnet again to update it; changes made by hand are lost. R1, U1, S1 and so on are rules: docs/rules.md in the package cygnet.',
    `${mark}${JSON.stringify(settings)}`,
  ].join('\n');
}

/** `axios` for `axios#AxiosInstance` */
function packagesIn(reached: ReadonlySet<string>): string[] {
  const keys = [...reached].filter((key) => key.includes('#')).sort();
  return [...new Set(keys.map((key) => key.slice(0, key.indexOf('#'))))];
}

/** The imports of what the linked declarations need of packages: `axios#default`, `axios#AxiosInstance`. */
function importTexts(reached: ReadonlySet<string>, request: ShimRequest): string[] {
  return packagesIn(reached).map((name) => {
    const items = [...reached]
      .filter((key) => key.startsWith(`${name}#`))
      .sort()
      .map((key) => key.slice(name.length + 1));
    const types = items.filter((item) => item !== 'default').map((item) => `type ${item}`);
    if (request.module === 'cjs' && !request.typescript) return `const { default: ${name} } = require('${name}');`;
    const clauses = [
      ...(items.includes('default') ? [name] : []),
      ...(request.typescript && types.length > 0 ? [`{ ${types.join(', ')} }`] : []),
    ];
    return `import ${clauses.join(', ')} from '${name}';`;
  });
}

function exportTexts(values: readonly string[], types: readonly string[], request: ShimRequest): string[] {
  if (request.typescript) {
    return [
      ...(values.length > 0 ? [listText('export', values)] : []),
      ...(types.length > 0 ? [listText('export type', types)] : []),
    ];
  }
  if (request.module === 'esm') return [listText('export', values)];
  return values.length > 0 ? [values.map((name) => `exports.${name} = ${name};`).join('\n')] : [];
}

function listText(word: string, names: readonly string[]): string {
  const line = names.length > 0 ? `${word} { ${names.join(', ')} };` : `${word} {};`;
  return line.length <= maxWidth ? line : `${word} {\n${names.map((name) => `  ${name},\n`).join('')}};`;
}
