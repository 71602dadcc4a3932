// The second half of the pipeline: what becomes of each site of a program on a target, and what is said of it.
// In: a program that was read, and what is wanted. Out: its sites with their verdicts, and the way to apply them.
// Never throws on a program. Reads no text again but that which it writes.

import { isApiName, type ApiName } from './apis.ts';
import {
  apply,
  decidedSite,
  editsAlone,
  prospectOf,
  type Chosen,
  type LoweredProgram,
  type Output,
  type Prospect,
} from './apply.ts';
import { lowerTogether, type Staying } from './lower/families.ts';
import { lower, type LoweredFile, type LoweredSite, type LowerOptions } from './lower/lower.ts';
import { claimNames } from './lower/new-names.ts';
import type { Formatting } from './lift/formatting.ts';
import type { LinePlace } from './ir.ts';
import { diagnosticOf, siteOf, type Diagnostic, type Site } from './program.ts';
import { once } from './once.ts';
import { failureOf, type ProgramParts, type ReadProgram } from './read.ts';
import type { Sockets, Style, Target } from './target.ts';
import type { Edit } from './text/text.ts';

export interface TargetOptions {
  readonly target: Target;
  /** Default `native`. */
  readonly style?: Style;
  /** Default `one`, the document's rule (S1). */
  readonly sockets?: Sockets;
  /** What to import the shim by. Default `./swan-net.js`. */
  readonly shim?: string;
  /** What loads the file finds `./a.js` behind `./a`: `.js` is left off where the file's own imports do without. Default false. */
  readonly isExtensionOptional?: boolean;
  /** The APIs to rewrite; the others are left without a word. Default all. */
  readonly only?: readonly ApiName[];
  /** Take a promise off a call that it only wraps (style native). Default true. */
  readonly unwrap?: boolean;
  /** Write a `TODO(cygnet: code)` comment at each site that is kept. */
  readonly mark?: boolean;
  /** Where a socket of the program stays on swan: then those of this file stay with it. */
  readonly socketThatStays?: LinePlace;
}

/** A site, what is said of it, and the edits that are its own; those of names and tests around it belong to no one site. */
export interface RewrittenSite extends Site {
  readonly diagnostics: readonly Diagnostic[];
  readonly edits: readonly Edit[];
  /** What they write of the shim and the file does not import yet. */
  readonly names: readonly string[];
}

/** A program on a target. Which of its sites move is decided where it is applied. */
export interface Rewritten {
  /** As they are when every site that can move does; without those of APIs that were not asked for. */
  readonly sites: readonly RewrittenSite[];
  readonly diagnostics: readonly Diagnostic[];
  /** What all of it comes to, before it is written: half of the time that `apply` takes goes into that. */
  readonly prospect: Prospect;
  /** Writes the text in which the chosen sites are rewritten: all of them, when nothing is chosen. */
  apply(chosen?: Chosen): Output;
  /**
   * What `apply([id])` comes to, without another look at the text, where neither another site nor anything around several of
   * them has a part in it; else nothing. So the edits of many sites cost no more than those of one.
   */
  editsOf(id: number): readonly Edit[] | undefined;
}

const defaultShim = './swan-net.js';

export function rewriteProgram(program: ReadProgram, options: TargetOptions): Rewritten {
  return new RewrittenProgram(program, options);
}

class RewrittenProgram implements Rewritten {
  readonly #program: ReadProgram;
  readonly #options: TargetOptions;
  readonly #lowerAll: () => LoweredProgram;
  readonly #applyAll: () => Output;
  readonly #prospect: () => Prospect;
  readonly #sites: () => readonly RewrittenSite[];

  constructor(program: ReadProgram, options: TargetOptions) {
    this.#program = program;
    this.#options = options;
    this.#lowerAll = once(() => lowerProgram(program, options, () => true));
    this.#applyAll = once(() => apply(program, this.#lowerAll(), (output) => rewriteProgram(output, options).apply()));
    this.#prospect = once(() => prospectOf(program, this.#lowerAll()));
    this.#sites = once(() => this.#lowerAll().sites.map((site) => rewrittenSite(program, site)));
  }

  get sites(): readonly RewrittenSite[] {
    return this.#sites();
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#applyAll().diagnostics;
  }

  get prospect(): Prospect {
    return this.#prospect();
  }

  editsOf(id: number): readonly Edit[] | undefined {
    return editsAlone(this.#program, this.#lowerAll(), id);
  }

  apply(chosen?: Chosen): Output {
    if (chosen === undefined) return this.#applyAll();
    const [program, options] = [this.#program, this.#options];
    const lowered = lowerProgram(program, options, accepting(program, chosen));
    // What was left by choice is left again.
    return apply(program, lowered, (output) => rewriteProgram(output, options).apply([]));
  }
}

function rewrittenSite({ lines }: ReadProgram, site: LoweredSite): RewrittenSite {
  const { edits, notes } = site;
  const names = site.names.map(({ name }) => name);
  return { ...decidedSite(site, lines), edits, names, diagnostics: notes.map((note) => diagnosticOf(note, lines)) };
}

type Accept = LowerOptions['accept'];

function accepting({ lines }: ReadProgram, chosen: Chosen): Accept {
  if (typeof chosen !== 'function') {
    const ids = new Set(chosen.map((one) => (typeof one === 'number' ? one : one.id)));
    return ({ id }) => ids.has(id);
  }
  return (site, verdict) => chosen({ ...siteOf(site, [], lines), verdict });
}

function lowerProgram(program: ReadProgram, options: TargetOptions, accept: Accept): LoweredProgram {
  const nothing = { sites: [], edits: [], notes: [], unwrapped: [], dropped: [], names: [], used: [] };
  const own = {
    shim: () => options.shim ?? defaultShim,
    isFirst: false,
    isMarked: options.mark === true,
    unwanted: [],
  };
  const { parts } = program;
  if (!parts) return { ...nothing, ...own };
  try {
    return { ...own, ...lowerParts(program, parts, options, accept) };
  } catch (error) {
    return { ...nothing, ...own, failure: failureOf(error) };
  }
}

function lowerParts(
  { lines, options: { mayRunEarly } }: ReadProgram,
  parts: ProgramParts,
  options: TargetOptions,
  accept: Accept,
): Omit<LoweredProgram, 'isMarked'> {
  const { file, resolution, lifted } = parts;
  const formatting = parts.formatting();
  const { target, only, style = 'native', sockets = 'one', unwrap = true } = options;
  const shim = once(() => specifierOf(options, formatting));
  const isWanted = (api: ApiName | '*'): boolean => only === undefined || (isApiName(api) && only.includes(api));
  const isFirst = mayRunEarly === true && file.module === 'esm';
  const lowerAll = (staying: Staying): LoweredFile =>
    lower(
      { unit: file, style: formatting, names: claimNames(file.names), resolution, lifted },
      { target, style, sockets, unwrap, shim, isFirst, isWanted, staying, accept },
    );
  const lowered = lowerTogether(lowerAll, lifted.calls, options.socketThatStays, lines);
  const unwanted = lifted.sites.filter(({ kind, api }) => kind !== 'exported' && kind !== 'template' && !isWanted(api));
  return { ...lowered, shim, isFirst, unwanted };
}

function specifierOf({ shim = defaultShim, isExtensionOptional }: TargetOptions, formatting: Formatting): string {
  return isExtensionOptional && formatting.bareImports ? shim.replace(/\.js$/, '') : shim;
}
