// In: nothing. Out: the types of what one file comes to: plain data that can cross a thread and go into any report.
// Knows nothing of how it is found.

import type { Said } from '../diagnostics/diagnostics.ts';
import type { Output, Severity, Site, SourceMap, Verdict } from '../core.ts';
import type { SiteName } from './decisions/site-names.ts';
import type { Excerpt } from './excerpts.ts';
import type { Hunk } from './hunks.ts';

export type Status = Output['status'];
export type HostsByApi = Output['hosts'];

/** A call site as reports show it. Lines and columns count from 1, columns in UTF-16 units. */
export interface FileSite {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly api: Site['api'];
  readonly verdict: Verdict;
  readonly codes: readonly string[];
  /** How the call is written, as far as it is known. */
  readonly form?: NonNullable<Site['form']>;
  /** Of an upload: where its file comes from is out of sight. */
  readonly isPathOpen?: true;
  /** Offsets of the site in the original text. */
  readonly start: number;
  readonly end: number;
  /** What it is known by in a decisions file; only where somebody asks. */
  readonly name?: SiteName;
}

export interface FileDiagnostic extends Said {
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** In English, for programs. Whoever writes for people asks `describe` for the words. */
  readonly message: string;
  /** The lines around it, for errors. */
  readonly frame?: string;
}

export interface FileResult {
  /** Relative to where the command runs, with `/`. */
  readonly file: string;
  /** Absolute, without links. */
  readonly path: string;
  readonly status: Status;
  readonly sites: readonly FileSite[];
  readonly diagnostics: readonly FileDiagnostic[];
  readonly hosts: HostsByApi;
  /** What each host will be asked. */
  readonly origins: Output['origins'];
  /** Calls, by API, whose origin is known at run time only. */
  readonly unknownOrigins?: Output['unknownOrigins'];
  /** The calls among them whose url is visible. */
  readonly openUrls?: Output['openUrls'];
  /** The other `swan.*` APIs, by count. */
  readonly others: Readonly<Record<string, number>>;
  /** Functions of the program that wrap a network call. */
  readonly wrappers: Output['wrappers'];
  /** Network calls of other APIs than those that were asked for. */
  readonly unwanted?: Output['unwanted'];
  /** The names that the file imports from the shim. */
  readonly shim: readonly string[];
  readonly module: 'esm' | 'cjs';
  readonly typescript: boolean;
  /** What was read, and what is to be written in its place. */
  readonly before?: string;
  readonly after?: string;
  readonly hunks?: readonly Hunk[];
  /** The lines of the sites and of what changed; only where a report asks for them. */
  readonly excerpts?: readonly Excerpt[];
  /** From `after` back to what was read; only where it is asked for. */
  readonly map?: SourceMap;
}

export const noHosts: HostsByApi = { request: [], uploadFile: [], downloadFile: [], connectSocket: [] };
