// The public API of cygnet; nothing else is exported.
// Takes targets by name and hands the pipeline the target itself. Knows nothing of files on disk.

import { rewrite as rewriteUnit, type Rewritten, type RewriteOptions as UnitOptions } from './rewrite.ts';
import { isTargetName, targetNames, targets, type TargetName } from './targets.ts';

export interface RewriteOptions extends Omit<UnitOptions, 'target'> {
  readonly target: TargetName;
}

/**
 * Rewrites every swan network call in one file for a target.
 * Never throws on user code: a file that does not parse comes back as it is, with a diagnostic.
 * @throws TypeError when an option is wrong: an unknown target.
 */
export function rewrite(code: string, options: RewriteOptions): Rewritten {
  if (!isTargetName(options.target)) {
    throw new TypeError(`unknown target '${String(options.target)}': choose one of ${targetNames.join(', ')}`);
  }
  return rewriteUnit(code, { ...options, target: targets[options.target] });
}

export { apiNames, isApiName, type ApiName } from './apis.ts';
export { isChosen, sharesSocket, socketApis, splitSockets } from './lower/belonging.ts';
export { defineConfig, type Config } from './workspace/define-config.ts';
export type { ReportFormat } from './workspace/choices.ts';
export { catalogue, codes, isCode, keepsSite, type Code, type Severity } from './diagnostics/diagnostics.ts';
export type { OriginsByApi, Origin } from './lift/origins.ts';
export type { FileWithOpenUrls, FoundOrigin } from './project/origins.ts';
export type { Facts } from './resolve/resolve.ts';
export { countOthers } from './resolve/others.ts';
export type { HouseStyle } from './project/house-style.ts';
export { loadProject, type Project, type ProjectOptions } from './project/project.ts';
export type { Diagnostic, Rewritten, Site } from './rewrite.ts';
export { isCandidate, isGenerated, namesNetwork } from './resolve/scan.ts';
export { programIn } from './syntax/scripts.ts';
export { linkShim, readShimHeader, shimExports, shimHooks, shimPackages } from './shim/shim.ts';
export type { SourceMap } from './text/source-map.ts';
export type { Denial, NeededPackage, Platform, Sockets, Style, Verdict } from './target.ts';
export { isTargetName, targetNames, type TargetName } from './targets.ts';
export type { Edit, Span, Template } from './text/text.ts';
