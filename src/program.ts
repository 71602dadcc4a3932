// In: nothing. Out: the types of what the two halves of the pipeline say of a file, as plain data for whoever asks, and
// how a span or a note becomes a place or a diagnostic of them.
// Knows nothing of how any of it is found.

import type { ApiName } from './apis.ts';
import { describe, severityOf, type Code, type Said, type Severity } from './diagnostics/diagnostics.ts';
import type { FoundSite, Note, Through } from './ir.ts';
import type { OriginsByApi, OpenUrl, Origin, UnknownOrigins } from './lift/origins.ts';
import type { Exported, Interceptor } from './resolve/resolve.ts';
import type { Denial, Verdict } from './target.ts';
import type { Lines } from './text/lines.ts';
import type { Span } from './text/text.ts';

/** Lines and columns count from 1, columns in UTF-16 units; `start` and `end` are offsets in the original text. */
export interface Range extends Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One place where the program reaches swan's network. */
export interface ProgramSite extends Range {
  /** Counted from 0 in the order of `Program.sites`; the same after a rewrite. */
  readonly id: number;
  readonly api: ApiName | '*';
  /** The codes of the diagnostics at this site: of a program that was only read, why it would stay on any target. */
  readonly codes: readonly Code[];
  /** How the API was reached, and how its options are given; absent for what is no call. */
  readonly form?: SiteForm;
  /** Of an upload: where its file comes from is out of sight. */
  readonly isPathOpen?: true;
}

/** A site, and what becomes of it. */
export interface Site extends ProgramSite {
  readonly verdict: Verdict;
  /** Why it is no higher rung of the ladder: the first question that was answered with no, and where. */
  readonly denial?: Denial;
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

/** What is said of a place. Its `message` is English; `describe` words it in other languages. */
export interface Diagnostic extends Range, Said {
  readonly severity: Severity;
  readonly message: string;
  /** The lines around the place, with a mark under it. */
  readonly frame: () => string;
}

/** What a file has to do with swan's network, whatever becomes of it. */
export interface Inventory {
  /** How the file takes in what it needs. */
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
}

/** What a file gives to those that import it. */
export interface HandedOn extends Exported {
  /** `default`, a name, or `=` for `module.exports` itself. */
  readonly name: string;
}

/** One file, as it was read: on no target yet. */
export interface KnownProgram extends Inventory {
  readonly filename: string;
  readonly code: string;
  /** `failed`: it could not be read, and the diagnostic says why. */
  readonly status: 'read' | 'failed';
  /** Each place that reaches swan's network, in source order. */
  readonly sites: readonly ProgramSite[];
  /** swan, or APIs of it, that the file exports. */
  readonly exports: readonly HandedOn[];
  /** Where something else takes, or may take, the place of an API for the whole program. */
  readonly assigned: readonly Interceptor[];
  /** Why sites stay on any target, or why the file was not read. */
  readonly diagnostics: readonly Diagnostic[];
}

export function rangeOf({ start, end }: Span, lines: Lines): Range {
  const from = lines.place(start);
  const to = lines.place(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column, start, end };
}

export function diagnosticOf(note: Note, lines: Lines): Diagnostic {
  const { code, at } = note;
  return {
    code,
    severity: severityOf(code),
    details: note.details,
    message: describe(note, 'en'),
    ...rangeOf(at, lines),
    frame: () => lines.frame(at),
  };
}

/** @param notes those at the site */
export function siteOf(site: FoundSite, notes: readonly Note[], lines: Lines): ProgramSite {
  const form = formOf(site);
  return {
    id: site.id,
    api: site.api,
    codes: [...new Set(notes.map(({ code }) => code))],
    ...rangeOf(site.at, lines),
    ...(form ? { form } : {}),
    ...(site.kind === 'call' && site.call.giver?.isSeen === false ? { isPathOpen: true } : {}),
  };
}

function formOf(site: FoundSite): SiteForm | undefined {
  if (site.kind === 'value') return { through: site.value.through, options: 'value' };
  if (site.kind !== 'call') return undefined;
  const { through, options } = site.call;
  return { through, options: options.kind === 'opaque' ? 'variable' : options.kind };
}

/** That of a program, or of an output, without the rest of it. */
export function inventoryOf(program: Inventory): Inventory {
  const { module, typescript, hosts, origins, unknownOrigins, openUrls, others, wrappers } = program;
  return { module, typescript, hosts, origins, unknownOrigins, openUrls, others, wrappers };
}
