// The pipeline, read from top to bottom: text → parse → resolve → lift → lower → splice. The only file that knows all of it.
// In: the text of one file. Out: the text after the rewrite, with a verdict for each site. Never throws on a program.

import { socketApis } from './lower/belonging.ts';
import { isStackOverflow } from './syntax/depth.ts';
import { describe, severityOf, type Code, type Severity } from './diagnostics/diagnostics.ts';
import {
  originsByApi,
  openUrlsOf,
  originsOf,
  unknownOriginsOf,
  type OriginsByApi,
  type OpenUrl,
  type Origin,
  type UnknownOrigins,
} from './lift/origins.ts';
import { importEdit } from './lower/imports.ts';
import { lift, type Lifted } from './lift/lift.ts';
import { moduleKindOf } from './lift/module-kind.ts';
import { indexLines, type Lines } from './text/lines.ts';
import { markEdits } from './lower/marks.ts';
import { lower, type LoweredFile, type LoweredSite } from './lower/lower.ts';
import { lowerTogether, type Staying } from './lower/families.ts';
import { unindent } from './lower/unindent.ts';
import { claimNames } from './lower/new-names.ts';
import { findFault, isParseFailure, parse, type SourceUnit } from './syntax/parse.ts';
import { countsOf } from './resolve/others.ts';
import type { HouseStyle } from './project/house-style.ts';
import { requestsToKeep } from './resolve/requests-to-keep.ts';
import { resolve, type Facts, type Resolution } from './resolve/resolve.ts';
import { isCandidate, isGenerated } from './resolve/scan.ts';
import { isViewModule } from './syntax/scripts.ts';
import { makeMap, type SourceMap } from './text/source-map.ts';
import { readFormatting, type Formatting } from './lift/formatting.ts';
import { findTemplateUses, type TemplateUse } from './lower/template-uses.ts';
import type { NetworkCall, Through } from './ir.ts';
import type { Denial, Note, Sockets, Style, Target, Verdict } from './target.ts';
import { contains, splice, type Edit, type Piece, type Span } from './text/text.ts';
import { isApiName, type ApiName } from './apis.ts';

export interface RewriteOptions {
  /** Decides the language, and is what messages and maps call the file. */
  readonly filename?: string;
  readonly target: Target;
  /** Default `native`. */
  readonly style?: Style;
  /** Default `one`, the document's rule (S1). */
  readonly sockets?: Sockets;
  /** What to import the shim by. Default `./swan-net.js`. */
  readonly shim?: string;
  /** What loads the file finds `./a.js` behind `./a`: `.js` is left off where the file's own imports do without. Default false. */
  readonly isExtensionOptional?: boolean;
  /** What the package.json around the file says: in a `module` one a file without import, export and require is a module too. */
  readonly packageType?: 'module' | 'commonjs';
  /** The APIs to rewrite; the others are left without a word. Default all. */
  readonly only?: readonly ApiName[];
  /** Rewrite generated and minified files as well. */
  readonly include?: boolean;
  /** Take a promise off a call that it only wraps (style native). Default true. */
  readonly unwrap?: boolean;
  /** Write a `TODO(cygnet: code)` comment at each site that is kept. */
  readonly mark?: boolean;
  /** What other files of the project hand to this one. */
  readonly facts?: Facts;
  /** What the file imports imports it, so that its functions may be called before the last of its imports is there. */
  readonly mayRunEarly?: boolean;
  /** How the project is written, where a file says nothing of it itself. */
  readonly house?: HouseStyle;
  /** Where a socket of the program stays on swan, in words: then those of this file stay with it. */
  readonly socketThatStays?: string;
  /** Asked for each site that could be rewritten; false leaves it. */
  readonly accept?: (site: Site) => boolean;
}

/** One place where the program reaches swan's network. Lines and columns count from 1, columns in UTF-16 units. */
export interface Site {
  readonly api: ApiName | '*';
  readonly verdict: Verdict;
  /** The codes of the diagnostics at this site. */
  readonly codes: readonly Code[];
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Offsets in the original text. */
  readonly start: number;
  readonly end: number;
  /** How the API was reached, and how its options are given; absent for what is no call. */
  readonly form?: SiteForm;
  /** Why it is no higher rung of the ladder: the first question that was answered with no, and where. */
  readonly denial?: Denial;
  /** Of an upload: where its file comes from is out of sight. */
  readonly isPathOpen?: true;
}

export interface SiteForm {
  readonly through: Through;
  readonly options: 'literal' | 'variable' | 'callback' | 'none' | 'value';
}

/** A function of the program through which other code makes network calls. */
export interface WrapperSite {
  readonly name: string;
  readonly api: ApiName;
  readonly line: number;
  readonly column: number;
}

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly start: number;
  readonly end: number;
  /** The lines around the place, with a mark under it. */
  readonly frame: () => string;
}

export interface Rewritten {
  readonly status: 'changed' | 'unchanged' | 'failed';
  readonly code: string;
  readonly edits: readonly Edit[];
  readonly map: () => SourceMap;
  readonly sites: readonly Site[];
  readonly diagnostics: readonly Diagnostic[];
  /** The names that the file imports from the shim. */
  readonly shim: readonly string[];
  readonly module: 'esm' | 'cjs';
  readonly typescript: boolean;
  readonly hosts: OriginsByApi;
  /** What each host will be asked. */
  readonly origins: readonly Origin[];
  /** How many calls of each API go to an origin that is known at run time only. */
  readonly unknownOrigins: UnknownOrigins;
  /** The calls among them whose url is visible: other files may show where it leads. */
  readonly openUrls: readonly OpenUrl[];
  /** The other swan APIs that the file uses, by count. */
  readonly others: Readonly<Record<string, number>>;
  readonly wrappers: readonly WrapperSite[];
  /** Network calls of other APIs than those that were asked for. */
  readonly unwanted: readonly { readonly api: ApiName | '*'; readonly line: number; readonly column: number }[];
}

const defaultShim = './swan-net.js';

export function rewrite(code: string, options: RewriteOptions): Rewritten {
  const filename = options.filename ?? 'program.js';
  const base = nothingIn(code, filename);
  if (!isCandidate(code) && !options.facts) return base;
  if (!options.include && isGenerated(code, filename)) return base;
  const lines = indexLines(code);
  try {
    const unit = parse(code, filename);
    if (isParseFailure(unit)) {
      if (unit.rest && isEmpty(resolve(unit.rest, options.facts))) return base;
      if (unit.isTooDeep) return tooDeep(base, lines);
      const at = { start: unit.offset, end: unit.offset + 1 };
      return failed(base, 'parse-error', unit.message, at, lines);
    }
    return rewriteUnit(unit, options, base, lines);
  } catch (error) {
    if (isStackOverflow(error)) return tooDeep(base, lines);
    return failed(base, 'internal-error', messageOf(error), { start: 0, end: 0 }, lines);
  }
}

function rewriteUnit(parsed: SourceUnit, options: RewriteOptions, base: Rewritten, lines: Lines): Rewritten {
  const { target, only, accept } = options;
  const whole = resolve(parsed, options.facts);
  const unit = { ...parsed, module: moduleKindOf(parsed, whole, options.packageType) };
  const templateUses = unit.regions ? findTemplateUses(base.code, whole.aliases) : [];
  const resolution = {
    ...whole,
    aliases: whole.aliases.filter((alias) => !templateUses.some((use) => use.alias === alias)),
  };
  const found = {
    ...base,
    module: unit.module,
    typescript: unit.typescript,
    others: countsOf(resolution),
  };
  if (isEmpty(resolution) && templateUses.length === 0) return found;
  const lifted = lift(unit, resolution);
  const style = readFormatting(unit, resolution.tree, options.house);
  const shim = specifierOf(options, style);
  const isWanted = (api: ApiName | '*'): boolean => only === undefined || (api !== '*' && only.includes(api));
  const lowerAll = (staying: Staying): LoweredFile =>
    lower(
      { unit, style, names: claimNames(resolution.names), resolution, lifted },
      {
        target,
        style: options.style ?? 'native',
        sockets: options.sockets ?? 'one',
        unwrap: options.unwrap ?? true,
        shim,
        isWanted,
        refuse: (site) => reasonToKeep(unit, site, staying),
        wish: wishes(unit),
        accept: (site) => accept?.(siteOf({ ...site, edits: [], notes: [] }, lines)) ?? true,
      },
    );
  const lowered = lowerTogether(lowerAll, lifted.calls, options.socketThatStays, lines);
  const sites = [...lowered.sites, ...templateUses.map(keptForTemplate)].sort((a, b) => a.at.start - b.at.start);
  const planned = [...sites.flatMap((site) => site.edits), ...lowered.edits];
  const { edits: moved, removed } = unindent(unit.text, unit.filename, planned, lowered.unwrapped);
  const edits = [...moved, ...removed];
  const wanted = { from: shim, names: lowered.names, isFirst: options.mayRunEarly === true && unit.module === 'esm' };
  const imported = importEdit(unit, resolution, wanted, style, edits);
  if (imported) edits.push(imported);
  if (options.mark) edits.push(...markEdits(unit, resolution.tree, sites, style.eol));
  const { regions } = unit;
  if (regions && !edits.every(({ at }) => regions.some((region) => contains(region, at)))) {
    throw new Error('an edit would leave the script of the component');
  }
  // Not over what the parser was given: of a component that is the script alone.
  const spliced = splice(base.code, edits);
  const result = {
    ...found,
    others: countsOf(resolution, lowered.dropped),
    hosts: originsByApi(lifted.calls),
    origins: originsOf(lifted.calls),
    unknownOrigins: unknownOriginsOf(lifted.calls),
    openUrls: openUrlsOf(lifted.calls),
    wrappers: wrappersOf(lifted.calls, lines),
    unwanted: [...lifted.calls, ...lifted.values, ...resolution.kept]
      .filter(({ api }) => !isWanted(api))
      .map(({ api, at }) => ({ api, ...lines.place(at.start) })),
    sites: sites.map((site) => withForm(siteOf(site, lines), lifted)),
    diagnostics: diagnosticsOf({ ...lowered, sites }, lines),
  };
  if (spliced.text === base.code) return result;
  const broken = findFault(spliced.text, base.code, unit.filename);
  if (broken) {
    if (broken.isTooDeep) return tooDeep(base, lines);
    return failed(
      result,
      'internal-error',
      `the rewritten file would not parse: ${broken.message}`,
      { start: 0, end: 0 },
      lines,
    );
  }
  return {
    ...result,
    status: 'changed',
    code: spliced.text,
    edits,
    map: () => makeMap(spliced.pieces, base.code, unit.filename),
    shim: [...new Set(lowered.names.map(({ name }) => name))].sort(),
  };
}

function keptForTemplate({ alias, name }: TemplateUse): LoweredSite {
  const [{ stands } = { stands: 'other' }] = alias.names.filter((one) => one.name === name);
  const at = alias.source;
  const notes: Note[] = [{ code: 'template-use', at, details: { name } }];
  return { api: isApiName(stands) ? stands : '*', at, verdict: 'kept', edits: [], notes };
}

/** What a comment of the program asks for at a place. */
function wishes(unit: SourceUnit): (at: Span) => Note | undefined {
  const reasonAt = requestsToKeep(unit);
  return (at) => {
    const reason = reasonAt(at);
    return reason === undefined ? undefined : { code: 'kept-on-request', at, details: { reason } };
  };
}

/** Why nothing in this file, or at this place, is rewritten. */
function reasonToKeep(
  unit: SourceUnit,
  { api, at }: { readonly api: ApiName; readonly at: Span },
  { socket, reasonAt }: Staying,
): Note | undefined {
  if (socket !== undefined && socketApis.includes(api)) {
    return { code: 'socket-family', at, details: { place: socket } };
  }
  const reason = reasonAt(at);
  if (reason) return reason;
  if (isViewModule(unit.filename)) return { code: 'view-module', at, details: {} };
  return unit.hidden ? { code: 'conditional-compilation', at, details: { isWithin: false } } : undefined;
}

function specifierOf({ shim = defaultShim, isExtensionOptional }: RewriteOptions, style: Formatting): string {
  return isExtensionOptional && style.bareImports ? shim.replace(/\.js$/, '') : shim;
}

/** A function that wraps several calls is named once for each API. */
function wrappersOf(calls: readonly NetworkCall[], lines: Lines): WrapperSite[] {
  const found = new Map<string, WrapperSite>();
  for (const { api, wrapper } of calls) {
    if (wrapper) found.set(`${wrapper.at} ${api}`, { name: wrapper.name, api, ...lines.place(wrapper.at) });
  }
  return [...found.values()];
}

function withForm(site: Site, { calls, values }: Lifted): Site {
  const isHere = ({ at }: { readonly at: Span }): boolean => at.start === site.start && at.end === site.end;
  const call = calls.find(isHere);
  if (call) {
    const { kind } = call.options;
    const form = { through: call.through, options: kind === 'opaque' ? ('variable' as const) : kind };
    return { ...site, form, ...(call.giver?.isSeen === false && { isPathOpen: true }) };
  }
  const value = values.find(isHere);
  return value ? { ...site, form: { through: value.through, options: 'value' } } : site;
}

/** Nothing of the file concerns the rewrite. */
function isEmpty({ calls, values, kept, types, guards, aliases, bare, interceptors }: Resolution): boolean {
  return [calls, values, kept, types, guards, aliases, bare, interceptors].every((list) => list.length === 0);
}

function siteOf(site: LoweredSite, lines: Lines): Site {
  return {
    api: site.api,
    verdict: site.verdict,
    codes: [...new Set(site.notes.map((note) => note.code))],
    ...(site.denial && { denial: site.denial }),
    ...placeOf(site.at, lines),
  };
}

function diagnosticsOf({ sites, notes }: LoweredFile, lines: Lines): Diagnostic[] {
  return [...sites.flatMap((site) => site.notes), ...notes]
    .map((note) => diagnosticOf(note, lines))
    .sort((a, b) => a.start - b.start || (a.code < b.code ? -1 : 1));
}

function diagnosticOf(note: Note, lines: Lines): Diagnostic {
  const { code, at } = note;
  return {
    code,
    severity: severityOf(code),
    message: describe(note),
    ...placeOf(at, lines),
    frame: () => lines.frame(at),
  };
}

function placeOf(at: Span, lines: Lines): Pick<Site, 'line' | 'column' | 'endLine' | 'endColumn' | 'start' | 'end'> {
  const start = lines.place(at.start);
  const end = lines.place(at.end);
  return {
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    start: at.start,
    end: at.end,
  };
}

function nothingIn(code: string, filename: string): Rewritten {
  return {
    status: 'unchanged',
    code,
    edits: [],
    map: () => makeMap([{ text: code, from: 0 } satisfies Piece], code, filename),
    sites: [],
    diagnostics: [],
    shim: [],
    module: 'cjs',
    typescript: false,
    hosts: originsByApi([]),
    origins: [],
    unknownOrigins: {},
    openUrls: [],
    others: {},
    wrappers: [],
    unwanted: [],
  };
}

function tooDeep(base: Rewritten, lines: Lines): Rewritten {
  return failed(
    base,
    'nested-too-deep',
    'the stack of this thread ends before the code does',
    { start: 0, end: 0 },
    lines,
  );
}

/** The file stays as it was; its sites, where they are known, are reported as kept. */
function failed(
  base: Rewritten,
  code: 'parse-error' | 'nested-too-deep' | 'internal-error',
  reason: string,
  at: Span,
  lines: Lines,
): Rewritten {
  const own = diagnosticOf({ code, at, details: { reason } }, lines);
  return {
    ...base,
    status: 'failed',
    sites: base.sites.map((site) => ({ ...site, verdict: 'kept' as const, codes: [code] })),
    diagnostics: [own],
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
