// In: nothing. Out: the types of what the page carries for its script: plain data, which goes through JSON.
// Knows nothing of how it is found or shown.

import type { Locale } from '../../../src/locale/locale.ts';
import type { Severity, TargetName, Verdict } from '../../../src/core.ts';
import type { SiteName } from '../../../src/workspace/decisions/site-names.ts';
import type { Excerpt } from '../../../src/workspace/excerpts.ts';

export interface PageData {
  readonly locale: Locale;
  /** Under this name the browser keeps what was marked. */
  readonly key: string;
  /** Absent when the run only looked. */
  readonly target?: TargetName;
  readonly files: readonly PageFile[];
  readonly codes: Readonly<Record<string, CodeWords>>;
}

export interface CodeWords {
  readonly title: string;
  /** Paragraphs with `code`. */
  readonly help: string;
}

export interface PageFile {
  readonly id: string;
  readonly file: string;
  /** As a decisions file has it: relative to the root. */
  readonly rooted: string;
  readonly isFailed: boolean;
  readonly sites: readonly PageSite[];
  /** What is said of no site. */
  readonly notes: readonly PageNote[];
  readonly excerpts: readonly Excerpt[];
}

export interface PageSite {
  /** The same as long as the call is: edits elsewhere leave it alone. */
  readonly id: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** `*` where swan itself goes somewhere. */
  readonly api: string;
  /** Absent when the run only looked. */
  readonly verdict?: Verdict;
  readonly notes: readonly PageNote[];
  /** What it is known by in a decisions file; absent where there is nothing to decide. */
  readonly name?: SiteName;
}

export interface PageNote {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly frame?: string;
}
