// In: the calls of one file and a target. Out: the edits, the shim names that the file needs, and a verdict for each site.
// Walks the target's ladder site by site; what goes wrong at one site leaves that site as it was and the rest goes on.
// Knows no target by name and no syntax.

import { findRehosted, planAliases, planRehosted } from './aliases.ts';
import { isApiName, type ApiName } from './apis.ts';
import { commentBehind } from './comments.ts';
import { expectedErrors } from './expected-errors.ts';
import { planGuards } from './guards.ts';
import { nameImports, standInFor } from './imported-names.ts';
import type { NetworkCall, NetworkValue } from './ir.ts';
import type { Lifted } from './lift.ts';
import type { Names } from './names.ts';
import type { SourceUnit } from './parse.ts';
import { printConstant, type ImportedName } from './print.ts';
import type { Resolution } from './resolve.ts';
import { spanOf } from './resolve/positions.ts';
import { findOptionQuote, quoteAt, type FileStyle } from './style.ts';
import {
  type Kept,
  type Lowered,
  type Note,
  type Sockets,
  type Style,
  type Target,
  type Tools,
  type Verdict,
} from './target.ts';
import { contains, type Edit, type Span } from './text.ts';
import { verbatimIn } from './verbatim.ts';

export interface LoweredSite {
  readonly api: ApiName | '*';
  readonly at: Span;
  readonly verdict: Verdict;
  readonly edits: readonly Edit[];
  readonly notes: readonly Note[];
}

export interface LoweredFile {
  readonly sites: readonly LoweredSite[];
  /** Edits that belong to no one site: aliases, guards and types. */
  readonly edits: readonly Edit[];
  /** Notes that belong to no one site. */
  readonly notes: readonly Note[];
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
  /** Every site is to be rewritten: none is left out by its API, none is asked for. */
  readonly isWhole: boolean;
  /** Why a site stays whatever the target could make of it. */
  readonly refuse: (site: { readonly api: ApiName; readonly at: Span }) => Note | undefined;
  /** What a person asks for at a site, before any other reason. */
  readonly wish: (at: Span) => Note | undefined;
  /** Asked once for each site that could be rewritten. */
  readonly accept: (site: { readonly api: ApiName | '*'; readonly at: Span; readonly verdict: Verdict }) => boolean;
}

export interface LowerInput {
  readonly unit: SourceUnit;
  readonly style: FileStyle;
  readonly names: Names;
  readonly resolution: Resolution;
  readonly lifted: Lifted;
}

export function lower(input: LowerInput, options: LowerOptions): LoweredFile {
  const { unit, resolution, lifted } = input;
  const { target } = options;
  const host = 'global' in target.host ? target.host.global : undefined;
  const isKept = (at: Span): boolean => resolution.kept.some((kept) => contains(kept.at, at) || contains(at, kept.at));
  const bindings = host === undefined ? 0 : resolution.names.of(host).bindings.length;
  // An alias moves all of its calls at once, those that are to stay as well.
  const isRefused = [...lifted.calls, ...lifted.values].some(
    (site) => (options.wish(site.at) ?? options.refuse(site)) !== undefined,
  );
  const canRehost = host !== undefined && options.isWhole && !isRefused;
  const rehosted = !canRehost ? [] : findRehosted(unit, resolution.aliases, { name: host, bindings }, isKept);
  const verbatim = verbatimIn(unit, resolution.tree);
  const toolsFor = (own: Span): Tools =>
    makeTools(input, options, verbatim, own, (at) =>
      rehosted.some((alias) => alias.references.some((reference) => contains(at, reference.at))),
    );

  const calls = lifted.calls.filter((call) => options.isWanted(call.api));
  const values = lifted.values.filter((value) => options.isWanted(value.api));
  const sites: LoweredSite[] = [
    ...calls.map((call) => lowerSite(call, () => target.lower[call.api](call, toolsFor(call.at)), input, options)),
    ...values.map((value) => lowerSite(value, () => target.value(value, toolsFor(value.at)), input, options)),
    ...resolution.kept
      .filter((kept) => options.isWanted(kept.api))
      .map((kept) => keptSite(kept, options.wish(kept.at) ?? kept)),
  ];
  sites.sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end);

  const isRewritten = (at: Span): boolean =>
    sites.some((site) => site.verdict !== 'kept' && site.at.start === at.start && site.at.end === at.end);
  const rehosting = host === undefined ? [] : planRehosted(unit, rehosted, host);
  const isHostFree = bindings === 0 || rehosting.length > 0;
  const guards = planGuards(unit.text, isHostFree ? resolution.guards : [], isRewritten, target.host);
  const edits: Edit[] = guards.edits.map((edit) => rescueComments(edit, input));
  const notes: Note[] = [...guards.notes, ...expectedErrors(unit, sites)];

  const replacing = [...sites.flatMap((site) => site.edits), ...edits];
  const isReplaced = (at: Span): boolean => replacing.some((edit) => replaces(edit, at));
  edits.push(...rehosting);
  const tools = toolsFor({ start: 0, end: 0 });
  const valueOf = (api: ApiName): string => {
    const name = target.valueName(api, options.sockets);
    return name === undefined ? `${host ?? 'swan'}.${api}` : tools.shim(name);
  };
  const aliases = planAliases(
    unit,
    resolution.aliases.filter((alias) => !rehosted.includes(alias)),
    isReplaced,
    (alias) => {
      if (isApiName(alias.of)) return valueOf(alias.of);
      const taken = alias.names.map(({ stands }) => stands).filter((api) => isApiName(api));
      // Names that are handed on are values: where their functions differ, the host's own do not do.
      const isHandedOn = alias.kind === 'destructured' && taken.some((api) => target.valueName(api, options.sockets));
      if (host !== undefined && !isHandedOn) return alias.of === 'swan' ? host : `${host}.${alias.of}`;
      return `{ ${taken.map((api) => `${api}: ${valueOf(api)}`).join(', ')} }`;
    },
  );
  edits.push(...aliases.edits);
  notes.push(...aliases.notes);
  const namedInPlace = new Set<string>();
  if (unit.typescript) edits.push(...typeEdits(input, options, tools, namedInPlace));
  const all = [...sites.flatMap((site) => site.edits), ...edits];
  const { imported, spell } = nameImports(all, input.names);
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
    names: [...imported, ...[...namedInPlace].map((name) => ({ name, local: name, typeOnly: true }))],
  };
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
  site: NetworkCall | NetworkValue,
  run: () => Lowered | Kept,
  input: LowerInput,
  { accept, refuse, wish }: LowerOptions,
): LoweredSite {
  const { api, at } = site;
  try {
    const reason = wish(at) ?? refuse(site);
    if (reason) return keptSite(site, reason);
    const lowered = run();
    if (lowered.verdict === 'kept') return keptSite(site, lowered.note);
    if (!accept({ api, at, verdict: lowered.verdict })) {
      return keptSite(site, { code: 'declined', at, details: { api } });
    }
    const edits = lowered.edits.map((edit) => rescueComments(edit, input));
    return { api, at, verdict: lowered.verdict, edits, notes: lowered.notes ?? [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return keptSite(site, { code: 'internal-error', at, details: { reason } });
  }
}

function keptSite({ api, at }: { readonly api: ApiName | '*'; readonly at: Span }, note: Note): LoweredSite {
  return { api, at, verdict: 'kept', edits: [], notes: [note] };
}

/** A comment that an edit would swallow goes behind its text, where it can break no line in two. */
function rescueComments(edit: Edit, { unit: { text, comments }, style: { eol } }: LowerInput): Edit {
  const lost = comments.filter(
    (comment) =>
      contains(edit.at, comment) && !edit.text.some((part) => typeof part !== 'string' && contains(part, comment)),
  );
  if (lost.length === 0) return edit;
  return { at: edit.at, text: [...edit.text, ...lost.flatMap((comment) => commentBehind(text, comment, eol))] };
}

function makeTools(
  { unit, style, names, resolution, lifted }: LowerInput,
  options: LowerOptions,
  verbatim: Tools['verbatim'],
  own: Span,
  isRehosted: (at: Span) => boolean,
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
    isRehosted,
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
