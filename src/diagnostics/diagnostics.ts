// In: a code and its details. Out: the message, the severity, the help: everything that people read about it, in each language.
// The one home of every diagnostic. Codes are words with hyphens and are never renamed.
// Knows nothing of where a diagnostic was raised.

import type { InEach, Locale } from '../locale/locale.ts';
import type { Exit, Fate, LinePlace, OptionsSource, Unparsed } from './details.ts';
import { assumptions } from './assumptions.ts';
import { files } from './files.ts';
import { keptBound } from './kept-bound.ts';
import { keptReplaced } from './kept-replaced.ts';
import { keptUnclear } from './kept-unclear.ts';
import { names } from './names.ts';
import { notesAnswers } from './notes-answers.ts';
import { notesFiles } from './notes-files.ts';
import { notesOptions } from './notes-options.ts';
import { notesRequests } from './notes-requests.ts';
import { notesSockets } from './notes-sockets.ts';

// The declarations of the library name these where a message takes them.
export type { Exit, Fate, LinePlace, OptionsSource, Unparsed };

export type Severity = 'error' | 'warning' | 'note';

/** One kind of diagnostic. `D` are the details that its message is made of: plain data, which can go through a thread or a file. */
export interface CatalogueEntry<D> {
  readonly severity: Severity;
  /** A few words: the heading in the docs. */
  readonly title: InEach<string>;
  /** What was found, in one sentence, for one place. */
  readonly message: InEach<(details: D) => string>;
  /** What it means and what to do: Markdown, one or two paragraphs. */
  readonly help: InEach<string>;
  /** A few lines of a program that raise it. */
  readonly example: string;
}

const kept = { ...keptUnclear, ...keptReplaced, ...keptBound };
const notes = { ...notesOptions, ...notesRequests, ...notesAnswers, ...notesFiles, ...notesSockets };

export const catalogue = { ...files, ...kept, ...notes, ...names, ...assumptions };

export type Code = keyof typeof catalogue;

/** The details that each code's message takes. */
export type Details = { [C in Code]: (typeof catalogue)[C] extends CatalogueEntry<infer D> ? D : never };

/** What is said of a place, or of a file: a code, and what its message is made of. */
export interface Said<C extends Code = Code> {
  readonly code: C;
  readonly details: Details[C];
}

export const codes = Object.keys(catalogue) as Code[];

export function isCode(text: string): text is Code {
  return Object.hasOwn(catalogue, text);
}

/** A site of which this is said stays as it is. */
export function keepsSite(code: Code): boolean {
  return Object.hasOwn(kept, code);
}

/** The sentence for one place. */
export function describe<C extends Code>({ code, details }: Said<C>, locale: Locale): string {
  // The catalogue's entry takes the details of its own code, which indexing by a type parameter loses.
  const entry = catalogue[code] as unknown as CatalogueEntry<Details[C]>;
  return entry.message[locale](details);
}

export function severityOf(code: Code): Severity {
  return catalogue[code].severity;
}
