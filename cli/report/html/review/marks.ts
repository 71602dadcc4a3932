// In: what a person says of calls. Out: the same, kept by the browser under the name of the run, and as the text of a decisions file.
// Knows nothing of how it is asked for.

import type { Decision, DecisionAnswer } from '../../../../src/workspace/decisions/format.ts';
import type { PageData } from '../page-data.ts';

export interface Mark {
  readonly answer?: DecisionAnswer;
  readonly reviewed?: true;
}

/** By the id of the call. */
export type Marks = ReadonlyMap<string, Mark>;

export function readMarks({ key }: PageData): Marks {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return new Map(Array.isArray(known) ? known.filter(isEntry) : []);
  } catch {
    return new Map();
  }
}

/** @returns whether the browser keeps it: some keep nothing for a page from a file */
export function keepMarks({ key }: PageData, marks: Marks): boolean {
  try {
    if (marks.size === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify([...marks]));
    return true;
  } catch {
    return false;
  }
}

/** What is said again is taken back. */
export function withMark(marks: Marks, id: string, said: Mark): Marks {
  const { answer, reviewed } = marks.get(id) ?? {};
  const next: Mark = {
    ...(said.answer === undefined ? answer && { answer } : said.answer !== answer && { answer: said.answer }),
    ...(said.reviewed === undefined ? reviewed && { reviewed } : !reviewed && { reviewed: true as const }),
  };
  const all = new Map(marks);
  if (next.answer === undefined && next.reviewed === undefined) all.delete(id);
  else all.set(id, next);
  return all;
}

export function decisionsOf({ target, files }: PageData, marks: Marks): string {
  const sites = files.flatMap(({ rooted, sites: own }) =>
    own.flatMap(({ id, line, column, api, name, verdict }): Decision[] => {
      const mark = marks.get(id);
      return name && verdict && mark ? [{ file: rooted, line, column, api, ...name, verdict, ...mark }] : [];
    }),
  );
  return `${JSON.stringify({ version: 1, target, sites }, null, 2)}\n`;
}

function isEntry(entry: unknown): entry is [string, Mark] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'object' && entry[1] !== null;
}
