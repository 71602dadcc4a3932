// In: nothing. Out: the types of what the rule asks its thread, and of what it is answered: plain data.
// Knows neither of the two.

import type { Locale } from '../../locale/locale.ts';
import type { EditorSettings } from '../../workspace/disk/editor-options.ts';
import type { TextEdit } from '../../workspace/text-edits.ts';

export interface Question {
  /** Where ESLint runs. */
  readonly cwd: string;
  readonly filename: string;
  readonly text: string;
  readonly settings: EditorSettings;
  /** Stretches in which comments turn the rule off: what begins there is told and not rewritten. */
  readonly off: readonly (readonly [start: number, end: number])[];
}

/** One site. Offsets are those of the text. */
export interface SiteAnswer {
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly message: string;
  /** Where the documentation says more. */
  readonly page?: string;
  /** For `--fix`. */
  readonly fix?: readonly TextEdit[];
  /** For a person who chooses it. */
  readonly suggestion?: readonly TextEdit[];
}

/** In the language that is spoken there. */
export type Answer = { readonly locale: Locale } & (
  { readonly sites: readonly SiteAnswer[] } | { readonly failure: string }
);
