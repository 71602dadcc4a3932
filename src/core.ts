// The compiler by itself: one text in, what becomes of it out. Takes targets by name and hands the pipeline the target itself.
// Needs no file, no module of Node and no other project than the text at hand, so it runs wherever JavaScript does.

import type { Chosen, Output } from './apply.ts';
import { inventoryOf, type KnownProgram } from './program.ts';
import { readProgram, type ReadOptions } from './read.ts';
import { rewriteProgram, type Rewritten, type TargetOptions } from './rewrite.ts';
import { isTargetName, targetNames, targets, type TargetName } from './targets.ts';

export interface ProgramOptions extends Omit<TargetOptions, 'target'> {
  readonly target: TargetName;
}

export interface RewriteOptions extends ReadOptions, ProgramOptions {
  /** Asked for each site that could be rewritten; false leaves it. */
  readonly accept?: Extract<Chosen, (site: never) => unknown>;
}

/** One file, as it was read: what it has to do with swan's network, on no target yet. */
export interface Program extends KnownProgram {
  /**
   * What becomes of its sites on a target.
   * @throws TypeError when an option is wrong: an unknown target.
   */
  rewrite(options: ProgramOptions): Rewritten;
}

/** Reads one file. Never throws on user code: what does not parse is a program without sites that says why. */
export function read(code: string, options: ReadOptions = {}): Program {
  const program = readProgram(code, options);
  const { filename, status, sites, exports, assigned, diagnostics } = program;
  return {
    ...inventoryOf(program),
    ...{ filename, code, status, sites, exports, assigned, diagnostics },
    rewrite(wishes) {
      if (!isTargetName(wishes.target)) {
        throw new TypeError(`unknown target '${String(wishes.target)}': choose one of ${targetNames.join(', ')}`);
      }
      return rewriteProgram(program, { ...wishes, target: targets[wishes.target] });
    },
  };
}

/**
 * Rewrites every swan network call in one file for a target: reads it, lowers it and applies all of it.
 * Never throws on user code: a file that does not parse comes back as it is, with a diagnostic.
 * @throws TypeError when an option is wrong: an unknown target.
 */
export function rewrite(code: string, options: RewriteOptions): Output {
  return read(code, options).rewrite(options).apply(options.accept);
}

export { apiNames, isApiName, type ApiName } from './apis.ts';
export { isChosen, sharesSocket, socketApis, splitSockets } from './lower/belonging.ts';
export {
  catalogue,
  codes,
  describe,
  isCode,
  keepsSite,
  type Code,
  type LinePlace,
  type Said,
  type Severity,
} from './diagnostics/diagnostics.ts';
export type { OriginsByApi, Origin } from './lift/origins.ts';
export type { Facts } from './resolve/resolve.ts';
export { countOthers } from './resolve/others.ts';
export type { HouseStyle } from './project/house-style.ts';
export type { Chosen, Output } from './apply.ts';
export type { Acceptance } from './lower/lower.ts';
export type { Diagnostic, HandedOn, Inventory, ProgramSite, Site } from './program.ts';
export type { ReadOptions } from './read.ts';
export type { Rewritten, RewrittenSite } from './rewrite.ts';
export { isCandidate, isGenerated, mayReplace, namesNetwork, namesSwan } from './resolve/scan.ts';
export { ParsedTexts } from './syntax/parsed-texts.ts';
export { programIn } from './syntax/scripts.ts';
export { linkShim, readShimHeader, shimExports, shimHooks, shimPackages } from './shim/shim.ts';
export type { SourceMap } from './text/source-map.ts';
export type { Denial, NeededPackage, Platform, Sockets, Style, Verdict } from './target.ts';
export { traceSites, type TraceStep } from './trace.ts';
export { isTargetName, targetNames, type TargetName } from './targets.ts';
export type { Edit, Span, Template } from './text/text.ts';
