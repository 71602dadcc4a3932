// In: the calls of one file and a target. Out: the edits, the shim names that the file needs, and a verdict for each site.
// Walks the target's ladder site by site; what goes wrong at one site leaves that site as it was and the rest goes on.
// Knows no target by name and no syntax.

import type { ApiName } from '../apis.ts';
import { commentBehind } from '../text/comments.ts';
import { expectedErrors } from './expected-errors.ts';
import { socketApis } from './belonging.ts';
import { editAliases, type AliasTexts } from './alias-edits.ts';
import { findDrops } from './answers.ts';
import type { Staying } from './families.ts';
import { editGuards } from './guard-edits.ts';
import { mayMove, planNames, type NamePlan } from './plan.ts';
import type { Unwrapped } from './unindent.ts';
import { nameImports, standInFor } from './imported-names.ts';
import type { FoundSite } from '../ir.ts';
import type { Lifted } from '../lift/lift.ts';
import type { NewNames } from './new-names.ts';
import type { SourceUnit } from '../syntax/parse.ts';
import { isDirective } from '../syntax/platform-branches.ts';
import { printConstant, type ImportedName } from './print.ts';
import type { AliasDeclaration, Guard, Resolution } from '../resolve/resolve.ts';
import { spanOf } from '../syntax/positions.ts';
import { findOptionQuote, quoteAt, type Formatting } from '../lift/formatting.ts';
import {
  type Denial,
  type Kept,
  type Lowered,
  type Note,
  type Sockets,
  type Style,
  type Target,
  type Tools,
  type Verdict,
} from '../target.ts';
import { contains, overlaps, type Edit, type Span } from '../text/text.ts';
import { verbatimIn } from '../syntax/verbatim.ts';

export interface LoweredSite {
  readonly found: FoundSite;
  readonly api: ApiName | '*';
  readonly at: Span;
  readonly verdict: Verdict;
  readonly edits: readonly Edit[];
  readonly notes: readonly Note[];
  /** Why the rung above was not taken. */
  readonly denial?: Denial;
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
  /** What the file has to import from the shim. */
  readonly names: readonly ImportedName[];
}

export interface LowerOptions {
  readonly target: Target;
  readonly style: Style;
  readonly sockets: Sockets;
  readonly unwrap: boolean;
  /** What to import the shim by. */
  readonly shim: string;
  /** The sites to look at; the others are left without a word. */
  readonly isWanted: (api: ApiName | '*') => boolean;
  readonly staying: Staying;
  /** Asked once for each site that could be rewritten. */
  readonly accept: (site: FoundSite, verdict: Verdict) => boolean;
}

export interface LowerInput {
  readonly unit: SourceUnit;
  readonly style: Formatting;
  readonly names: NewNames;
  readonly resolution: Resolution;
  readonly lifted: Lifted;
}

export function lower(input: LowerInput, options: LowerOptions): LoweredFile {
  const { unit, resolution } = input;
  const { target } = options;
  const verbatim = verbatimIn(unit, resolution.tree);
  const { sites, settled, isGone } = settleSites(input, options, verbatim);
  const tools = makeTools(input, options, verbatim, nowhere, settled.moved);
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
    swanNames: resolution.names.of('swan').free.map((node) => spanOf(node)),
  };
  const aliases = editAliases(unit, resolution.aliases, settled, rewritten, textsOf(options, tools));
  const edits: Edit[] = [
    ...guards.edits.map((edit) => rescueComments(edit, input, guards.dropped)),
    ...aliases.edits.map((edit) => within(edit, guards.unwrapped)),
  ];
  const notes: Note[] = [
    ...guards.notes,
    ...aliases.notes,
    ...bareNotes(input, isGone),
    ...expectedErrors(unit, sites),
  ];
  const namedInPlace = new Set<string>();
  if (unit.typescript) edits.push(...typeEdits(input, options, tools, namedInPlace));
  const all = [...sites.flatMap((site) => site.edits), ...edits];
  const { imported, spell } = nameImports(all, input.names, aliases.freed);
  if (resolution.declarations.length > 0 && sites.some((site) => site.verdict !== 'kept')) {
    const isRequired = unit.module === 'cjs' && imported.length > 0 && resolution.names.of('require').free.length === 0;
    const words = wordsOf(all);
    const used = [...target.globals.filter((name) => words.has(name)), ...(isRequired ? ['require'] : [])];
    notes.push(...declarationNotes(resolution, all, used));
  }
  return {
    sites: sites.map((site) => ({ ...site, edits: site.edits.map(spell) })),
    edits: edits.map(spell),
    notes,
    unwrapped: guards.unwrapped,
    dropped: guards.dropped,
    names: [...imported, ...[...namedInPlace].map((name) => ({ name, local: name, typeOnly: true }))],
  };
}

/** What goes with its line ends where the block around it does, when that has lost its test. */
function within(edit: Edit, unwrapped: readonly Unwrapped[]): Edit {
  const around = unwrapped.find(({ at, inner }) => contains(at, edit.at) && !contains(inner, edit.at));
  if (!around) return edit;
  const { start, end } = around.inner;
  return { at: { start: Math.max(start, edit.at.start), end: Math.min(end, edit.at.end) }, text: edit.text };
}

const nowhere: Span = { start: 0, end: 0 };

interface SettledSites {
  readonly sites: readonly LoweredSite[];
  readonly settled: NamePlan;
  /** The place is taken away by a site, a test that is answered, or a declaration that goes. */
  readonly isGone: (at: Span) => boolean;
}

/**
 * Lowers the sites as if every alias that may move did; where one does not, its sites are lowered again. What a target
 * keeps may need an alias, and what an alias stands for may decide whether a target keeps a site.
 */
function settleSites(input: LowerInput, options: LowerOptions, verbatim: Tools['verbatim']): SettledSites {
  const { resolution } = input;
  const { host } = options.target;
  const answers = new Map<number, boolean>();
  const asked: LowerOptions = {
    ...options,
    accept(site, verdict) {
      const answer = answers.get(site.id) ?? options.accept(site, verdict);
      answers.set(site.id, answer);
      return answer;
    },
  };
  const isPlain = (api: ApiName): boolean => options.target.valueName(api, options.sockets) === undefined;
  const drops = 'global' in host ? new Map<Guard, readonly Span[]>() : findDrops(resolution);
  let moving = new Set('global' in host ? resolution.aliases.filter((alias) => mayMove(alias, isPlain)) : []);
  for (;;) {
    const sites = lowerSites(input, asked, verbatim, moving);
    const edits = sites.flatMap((site) => site.edits);
    const named = namesOfSites(input, sites);
    const isTakenAway = (at: Span): boolean => edits.some((edit) => replaces(edit, at));
    const isReplaced = (at: Span): boolean => isTakenAway(at) || named.some((one) => contains(one, at));
    const settled = planNames({
      dropsOf: (guard) => drops.get(guard) ?? [],
      aliases: resolution.aliases,
      guards: resolution.guards,
      isRewritten: isRewrittenIn(sites),
      isReplaced,
      isTakenAway,
      moving,
      ...('global' in host
        ? { host: { name: host.global, bindings: resolution.names.of(host.global).bindings.length } }
        : {}),
    });
    if (settled.moved.size === moving.size) {
      const answered = [...settled.answered].flatMap((guard) => [guard.at, ...(drops.get(guard) ?? [])]);
      const taken = [...answered, ...[...settled.gone].map(({ source }) => source)];
      return { sites, settled, isGone: (at) => isReplaced(at) || taken.some((one) => contains(one, at)) };
    }
    moving = new Set(settled.moved);
  }
}

/** The names by which rewritten sites reach their API: these are theirs, whether they are written anew or moved. */
function namesOfSites({ lifted }: LowerInput, sites: readonly LoweredSite[]): Span[] {
  const isRewritten = isRewrittenIn(sites);
  return [
    ...lifted.calls.filter(({ at }) => isRewritten(at)).map(({ callee }) => callee),
    ...lifted.values
      .filter(({ at }) => isRewritten(at))
      .flatMap(({ at, receiver }) => (receiver ? [at, receiver] : [at])),
  ];
}

function isRewrittenIn(sites: readonly LoweredSite[]): (at: Span) => boolean {
  const places = new Set(sites.filter(({ verdict }) => verdict !== 'kept').map(({ at }) => `${at.start} ${at.end}`));
  return ({ start, end }) => places.has(`${start} ${end}`);
}

function lowerSites(
  input: LowerInput,
  options: LowerOptions,
  verbatim: Tools['verbatim'],
  moving: ReadonlySet<AliasDeclaration>,
): LoweredSite[] {
  const toolsFor = (own: Span): Tools => makeTools(input, options, verbatim, own, moving);
  return input.lifted.sites
    .filter((site) => site.kind === 'template' || options.isWanted(site.api))
    .map((site) => lowerSite(site, toolsFor, input, options));
}

/** swan is named where nothing of it is used: that still needs it to be there. */
function bareNotes({ resolution }: LowerInput, isGone: (at: Span) => boolean): Note[] {
  return resolution.bare.filter((at) => !isGone(at)).map((at) => ({ code: 'swan-named', at, details: {} }));
}

function textsOf({ target, sockets }: LowerOptions, tools: Tools): AliasTexts {
  const host = 'global' in target.host ? target.host.global : undefined;
  const api = (name: ApiName): string => {
    const value = target.valueName(name, sockets);
    return value === undefined ? `${host ?? 'swan'}.${name}` : tools.shim(value);
  };
  return host === undefined ? { api } : { host, api };
}

/** What declares swan for a checker or linter: no longer needed, or in need of the globals that are used now. */
function declarationNotes(
  { declarations, globals, names }: Resolution,
  edits: readonly Edit[],
  used: readonly string[],
): Note[] {
  const { free, freeWrites, types } = names.of('swan');
  const isLeft = [...free, ...freeWrites, ...types].some((node) => !edits.some((edit) => replaces(edit, spanOf(node))));
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

/** The edit takes the text away rather than keeping it. */
function replaces(edit: Edit, at: Span): boolean {
  return contains(edit.at, at) && !edit.text.some((part) => typeof part !== 'string' && contains(part, at));
}

function lowerSite(
  site: FoundSite,
  toolsFor: (own: Span) => Tools,
  input: LowerInput,
  options: LowerOptions,
): LoweredSite {
  const { api, at } = site;
  try {
    const lowered = loweredBy(site, toolsFor, options);
    if (lowered.verdict === 'kept') return keptSite(site, lowered.note);
    if (!options.accept(site, lowered.verdict)) return keptSite(site, { code: 'declined', at, details: { api } });
    if (tearsBranches(site, lowered.edits, input.unit.text)) {
      return keptSite(site, { code: 'conditional-compilation', at, details: { isWithin: true } });
    }
    const edits = lowered.edits.map((edit) => rescueComments(edit, input));
    const { verdict, notes = [], denial } = lowered;
    return { found: site, api, at, verdict, edits, notes, ...(denial && { denial }) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return keptSite(site, { code: 'internal-error', at, details: { reason } });
  }
}

/** Options between `#ifdef` and `#endif` would not stay between them. */
function tearsBranches(site: FoundSite, edits: readonly Edit[], text: string): boolean {
  const call = site.kind === 'call' ? site.call : site.kind === 'value' ? site.value.call : undefined;
  const around = call?.promise?.comments.filter((comment) => !contains(call.at, comment)) ?? [];
  const directives = [...(call?.comments ?? []), ...around].filter(({ start, end }) =>
    isDirective(text.slice(start, end)),
  );
  return edits.some(({ at }) => directives.some((directive) => contains(at, directive)));
}

function loweredBy(
  site: FoundSite,
  toolsFor: (own: Span) => Tools,
  { target, sockets, staying: { socket: place, reasonAt } }: LowerOptions,
): Lowered | Kept {
  const { at } = site;
  if (site.kind === 'kept' || site.kind === 'template') return { verdict: 'kept', note: site.reason };
  const isAsked = site.reason?.code === 'kept-on-request';
  if (!isAsked && place !== undefined && socketApis.includes(site.api)) {
    return { verdict: 'kept', note: { code: 'socket-family', at, details: { place } } };
  }
  const reason = isAsked ? site.reason : (reasonAt(at) ?? site.reason);
  if (reason) return { verdict: 'kept', note: reason };
  switch (site.kind) {
    case 'call':
      return target.lower[site.api](site.call, toolsFor(at));
    case 'value':
      return target.value(site.value, toolsFor(at));
    case 'exported':
      return { verdict: target.valueName(site.api, sockets) === undefined ? 'renamed' : 'shim', edits: [] };
  }
}

function keptSite(found: FoundSite, note: Note): LoweredSite {
  const { api, at } = found;
  return { found, api, at, verdict: 'kept', edits: [], notes: [note] };
}

/** A comment that an edit would swallow goes behind its text, where it can break no line in two. */
function rescueComments(
  edit: Edit,
  { unit: { text, comments }, style: { eol } }: LowerInput,
  dropped: readonly Span[] = [],
): Edit {
  const lost = comments.filter(
    (comment) =>
      !dropped.some((span) => contains(span, comment)) &&
      contains(edit.at, comment) &&
      !edit.text.some((part) => typeof part !== 'string' && contains(part, comment)),
  );
  if (lost.length === 0) return edit;
  return { at: edit.at, text: [...edit.text, ...lost.flatMap((comment) => commentBehind(text, comment, eol))] };
}

function makeTools(
  { unit, style, names, resolution, lifted }: LowerInput,
  options: LowerOptions,
  verbatim: Tools['verbatim'],
  own: Span,
  moving: ReadonlySet<AliasDeclaration>,
): Tools {
  const written = lifted.calls.find((call) => call.at === own)?.options;
  const quote = (written?.kind === 'literal' && findOptionQuote(written.object, unit.text)) || style.quote;
  return {
    style: options.style,
    sockets: options.sockets,
    unwrap: options.unwrap,
    source: unit.text,
    text: (span) => unit.text.slice(span.start, span.end),
    eol: style.eol,
    step: style.step,
    spacedBraces: style.spacedBraces,
    trailingCommas: style.trailingCommas,
    arrowParentheses: style.arrowParentheses,
    quote: (value, like) => printConstant(value, (like && quoteAt(unit.text, like.start)) ?? quote),
    shim: standInFor,
    global: (name) => (names.isBoundAt(name, own) ? `globalThis.${name}` : name),
    hides: (name) => names.isBoundAt(name, own) && names.isBoundAt('globalThis', own),
    free: (wanted) => names.find(wanted, own),
    comments: (span) => unit.comments.filter((comment) => contains(span, comment)),
    verbatim,
    holdsSite: (span) =>
      lifted.calls.some((call) => call.at !== own && contains(span, call.at)) ||
      [...lifted.values, ...resolution.kept, ...resolution.guards, ...resolution.types].some(({ at }) =>
        contains(span, at),
      ) ||
      resolution.aliases.some(({ declaration }) => contains(span, declaration)),
    calls: lifted.calls,
    isRehosted: (at) => [...moving].some(({ references }) => references.some((one) => contains(at, one.at))),
    typescript: unit.typescript,
  };
}

/** The types of tasks become the target's; what else is named in types is left to the declarations. */
function typeEdits(
  { unit, resolution }: LowerInput,
  { target, shim }: LowerOptions,
  tools: Tools,
  namedInPlace: Set<string>,
): Edit[] {
  const isScript = unit.module === 'cjs' && !('global' in target.host);
  const place = (name: string): string => {
    if (!isScript) return tools.shim(name);
    namedInPlace.add(name);
    return `import(${tools.quote(shim)}).${name}`;
  };
  return resolution.types.flatMap(({ at, task, api, isTypeof }): Edit[] => {
    if (task) return [{ at, text: [target.taskType(task, place)] }];
    if (!isTypeof || !api) return [];
    const text = 'global' in target.host ? `${target.host.global}.${api}` : place(api);
    return [{ at, text: [`typeof ${text}`] }];
  });
}

/** The words in what edits write. */
function wordsOf(edits: readonly Edit[]): Set<string> {
  return new Set(
    edits.flatMap((edit) =>
      edit.text.flatMap((part) => (typeof part === 'string' ? (part.match(/[\w$]+/g) ?? []) : [])),
    ),
  );
}
