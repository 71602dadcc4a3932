// In: the calls of one file and a target. Out: the edits, the shim names that the file needs, and a verdict for each site.
// Walks the target's ladder site by site; what goes wrong at one site leaves that site as it was and the rest goes on.
// Knows no target by name and no syntax.

import { apiOfTask, type ApiName } from '../apis.ts';
import { expectedErrors } from './expected-errors.ts';
import { editAliases, withoutSwallowed, type AliasTexts } from './alias-edits.ts';
import { isLeft } from './belonging.ts';
import type { Staying } from './families.ts';
import { editGuards } from './guard-edits.ts';
import { rescueComments } from './lower-site.ts';
import { isRewrittenIn, replaces, settleSites } from './settle-sites.ts';
import { SiteTools } from './tools.ts';
import { closeUp, fitInside, type Unwrapped } from './unindent.ts';
import { localOf, openLists } from './import-lists.ts';
import { nameImports } from './imported-names.ts';
import type { FoundSite } from '../ir.ts';
import type { Lifted } from '../lift/lift.ts';
import type { NewNames } from './new-names.ts';
import type { LiftedFile } from '../lift/file.ts';
import type { ImportedName } from './print.ts';
import type { Resolution } from '../resolve/resolve.ts';
import type { Formatting } from '../lift/formatting.ts';
import type { Denial, DraftEdit, Note, ShimName, Sockets, Style, Target, Tools, Verdict } from '../target.ts';
import { once } from '../once.ts';
import { contains, overlaps, type Edit, type Span } from '../text/text.ts';

export interface LoweredSite {
  readonly found: FoundSite;
  readonly api: ApiName | '*';
  readonly at: Span;
  readonly verdict: Verdict;
  readonly edits: readonly Edit[];
  readonly notes: readonly Note[];
  /** Why the rung above was not taken. */
  readonly denial?: Denial;
  /** What its edits write of the shim and the file does not import yet. */
  readonly names: readonly ImportedName[];
}

/** A site of which it is not known yet what the file calls the names of the shim in it. */
export interface DraftSite extends Omit<LoweredSite, 'edits' | 'names'> {
  readonly edits: readonly DraftEdit[];
}

export interface LoweredFile {
  readonly sites: readonly LoweredSite[];
  /** Edits that belong to no one site: aliases, guards and types. */
  readonly edits: readonly Edit[];
  /** Notes that belong to no one site. */
  readonly notes: readonly Note[];
  /** Blocks that lost the test around them: their lines move to the left. */
  readonly unwrapped: readonly Unwrapped[];
  /** Branches that never run, and go with all that is in them. */
  readonly dropped: readonly Span[];
  /** What the file has to import from the shim, besides what it imports already. */
  readonly names: readonly ImportedName[];
  /** The names of the shim that are written. */
  readonly used: readonly string[];
}

export interface LowerOptions {
  readonly target: Target;
  readonly style: Style;
  readonly sockets: Sockets;
  readonly unwrap: boolean;
  /** What to import the shim by. */
  readonly shim: () => string;
  /** The shim is to be there before the file's own imports are. */
  readonly isFirst: boolean;
  /** The sites to look at; the others are left without a word. */
  readonly isWanted: (api: ApiName | '*') => boolean;
  readonly staying: Staying;
  /** Asked once for each site that could be rewritten. */
  readonly accept: (site: FoundSite, verdict: Verdict) => Acceptance;
}

/** Whether to rewrite a site. Nobody said it of one that is undecided: it stays, and is no choice to leave it. */
export type Acceptance = boolean | 'undecided';

export interface LowerInput {
  readonly unit: LiftedFile;
  readonly style: Formatting;
  readonly names: NewNames;
  readonly resolution: Omit<Resolution, 'tree' | 'names'>;
  readonly lifted: Lifted;
}

export function lower(input: LowerInput, options: LowerOptions): LoweredFile {
  const { unit, resolution } = input;
  const { target } = options;
  const { sites, settled, isGone } = settleSites(input, options);
  const tools = new SiteTools(input, options, { start: 0, end: 0 }, settled.moved);
  const replaced = sites.flatMap((site) => site.edits);
  const kept = sites.filter(({ verdict }) => verdict === 'kept');
  const isRewritten = isRewrittenIn(sites);
  const guards = editGuards(
    {
      unit,
      eol: input.style.eol,
      guards: resolution.guards,
      conditions: resolution.conditions,
      isUntouched: (at) =>
        !replaced.some((edit) => overlaps(at, edit.at)) && !kept.some((site) => contains(at, site.at)),
      isGone: (at) => isGone(at) || [...settled.moved].some(({ source }) => contains(source, at)),
    },
    settled,
    target,
  );
  const rewritten = {
    isGone,
    isRewritten,
    guards: resolution.guards,
    swanNames: unit.names.of('swan').free,
    hostNames: () => ('global' in target.host ? unit.names.of(target.host.global).free : []),
    comments: unit.comments,
  };
  const aliases = editAliases(unit, resolution.aliases, settled, rewritten, textsOf(options, tools));
  const around = withoutSwallowed([
    ...guards.edits.map((edit) => rescueComments(edit, input, guards.dropped)),
    ...aliases.edits.map((edit) => fitInside(edit, guards.unwrapped)),
  ]);
  const edits: DraftEdit[] = closeUp(around, unit.text, guards.unwrapped);
  const notes: Note[] = [
    ...guards.notes,
    ...aliases.notes,
    ...bareNotes(input, isGone),
    ...expectedErrors(unit, sites),
  ];
  const namedInPlace = new Set<string>();
  if (unit.typescript) edits.push(...typeEdits(input, options, tools, (api) => isLeft(sites, api), namedInPlace));
  const all = [...sites.flatMap((site) => site.edits), ...edits];
  const lists = once(() => openLists(unit, { from: options.shim(), isFirst: options.isFirst }));
  const { imported, used, spell } = nameImports(all, input.names, aliases.freed, (name, at) =>
    localOf(name, at, lists(), input.names, unit.module),
  );
  if (resolution.declarations.length > 0 && sites.some((site) => site.verdict !== 'kept')) {
    const isRequired = unit.module === 'cjs' && imported.length > 0 && unit.names.of('require').free.length === 0;
    const words = wordsOf(all);
    const globals = [...target.globals.filter((name) => words.has(name)), ...(isRequired ? ['require'] : [])];
    notes.push(...declarationNotes(input, all, globals));
  }
  return {
    sites: sites.map((site) => ({
      ...site,
      edits: site.edits.map(spell),
      names: imported.filter(({ name }) => site.edits.some((edit) => writes(edit, name))),
    })),
    edits: edits.map(spell),
    notes,
    unwrapped: guards.unwrapped,
    dropped: guards.dropped,
    names: [...imported, ...[...namedInPlace].map((name) => ({ name, local: name, typeOnly: true }))],
    used: [...used, ...namedInPlace],
  };
}

function writes({ text }: DraftEdit, name: string): boolean {
  return text.some((part) => typeof part === 'object' && 'shim' in part && part.shim === name);
}

/** swan is named where nothing of it is used, or replaced: that still needs it to be there. */
function bareNotes({ resolution }: LowerInput, isGone: (at: Span) => boolean): Note[] {
  const replaced = resolution.interceptors.filter(({ code }) => code === 'swan-replaced').map(({ at }) => at);
  const named = resolution.bare.filter((at) => !isGone(at) && !replaced.some((one) => overlaps(one, at)));
  return [
    ...named.map((at) => ({ code: 'swan-named' as const, at, details: {} })),
    ...replaced.map((at) => ({ code: 'swan-stubbed' as const, at, details: {} })),
  ];
}

function textsOf({ target, sockets }: LowerOptions, tools: Tools): AliasTexts {
  const host = 'global' in target.host ? target.host.global : undefined;
  const api = (name: ApiName): string | ShimName => {
    const value = target.valueName(name, sockets);
    return value === undefined ? `${host ?? 'swan'}.${name}` : tools.shim(value);
  };
  return host === undefined ? { api } : { host, api };
}

/** What declares swan for a checker or linter: no longer needed, or in need of the globals that are used now. */
function declarationNotes(
  { unit, resolution: { declarations, globals } }: LowerInput,
  edits: readonly DraftEdit[],
  used: readonly string[],
): Note[] {
  const isLeft = unit.names.of('swan').used.some((place) => !edits.some((edit) => replaces(edit, place)));
  const added = used.filter((name) => !globals.has(name));
  return declarations.flatMap(({ kind, at }): Note[] => [
    ...(kind === 'global-comment' ? added : []).map((name): Note => ({
      code: 'host-undeclared',
      at,
      details: { name },
    })),
    ...(isLeft ? [] : [{ code: 'swan-declared' as const, at, details: {} }]),
  ]);
}

/** The types of tasks become the target's; what else is named in types is left to the declarations. */
function typeEdits(
  { unit, resolution }: LowerInput,
  { target, shim }: LowerOptions,
  tools: Tools,
  isLeftOut: (api: ApiName) => boolean,
  namedInPlace: Set<string>,
): DraftEdit[] {
  const isScript = unit.module === 'cjs' && !('global' in target.host);
  const place = (name: string): string | ShimName => {
    if (!isScript) return tools.shim(name);
    namedInPlace.add(name);
    return `import(${tools.quote(shim())}).${name}`;
  };
  return resolution.types.flatMap(({ at, task, api, isTypeof }): DraftEdit[] => {
    const giver = task ? apiOfTask(task) : isTypeof ? api : undefined;
    if (giver !== undefined && isLeftOut(giver)) return [];
    if (task) return [{ at, text: [target.taskType(task, place)] }];
    if (!isTypeof || !api) return [];
    const text = 'global' in target.host ? `${target.host.global}.${api}` : place(api);
    return [{ at, text: ['typeof ', text] }];
  });
}

/** The words in what edits write. */
function wordsOf(edits: readonly DraftEdit[]): Set<string> {
  return new Set(
    edits.flatMap((edit) =>
      edit.text.flatMap((part) => (typeof part === 'string' ? (part.match(/[\w$]+/g) ?? []) : [])),
    ),
  );
}
