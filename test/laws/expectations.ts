// In: a case and what the rewrite makes of it. Out: the files that should stand beside its input, and what is wrong with
// those that do. An output is expected exactly where the input changes; verdicts and codes stand in expected.json.
// Writing them is for the update only, and never against what the case is meant to show.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { orphansOf, type FixtureCase } from './cases.ts';
import { violationsOf } from './laws.ts';
import { makeSubjects, targetNames, type Output, type Style, type Subject, type TargetName } from './subject.ts';

export interface Outcome {
  readonly target: TargetName;
  readonly style: Style;
  readonly subject: Subject;
  /** The name of the expected output. */
  readonly file: string;
}

/** What the rewrite makes of the case on each target, in each style. */
export function outcomesOf(fixture: FixtureCase): Outcome[] {
  const subjects = makeSubjects({ name: fixture.name, filename: fixture.input, code: fixture.code });
  return targetNames.flatMap((target) =>
    (['native', 'dropin'] as const).map((style) => ({
      target,
      style,
      subject: subjects({ target, style, sockets: fixture.sockets }),
      file: `${target}${style === 'dropin' ? '.dropin' : ''}${fixture.extension}`,
    })),
  );
}

/** One line for each site and diagnostic: easy to read in a review. */
interface Summary {
  readonly sites: readonly string[];
  readonly diagnostics: readonly string[];
  readonly shim: readonly string[];
}

function summaryOf({ sites, diagnostics, shim }: Output): Summary {
  return {
    sites: sites.map(({ line, api, verdict, codes }) => [line, api, verdict, ...codes].join(' ')),
    diagnostics: diagnostics.map(({ line, column, severity, code }) => `${line}:${column} ${severity} ${code}`),
    shim,
  };
}

/** The text of every file that should stand beside the input, by its name. */
export function expectedFiles(fixture: FixtureCase, outcomes: readonly Outcome[]): Map<string, string> {
  const files = new Map<string, string>();
  const summaries: Record<string, Summary> = {};
  for (const { target, style, subject, file } of outcomes) {
    if (!fixture.styles.includes(style)) continue;
    const { result } = subject;
    if (result.status === 'changed') files.set(file, result.code);
    summaries[style === 'native' ? target : `${target}.${style}`] = summaryOf(result);
  }
  return files.set('expected.json', `${JSON.stringify(summaries, null, 2)}\n`);
}

/** What differs between the files beside the input and those that should stand there. */
export function differences(fixture: FixtureCase, wanted: ReadonlyMap<string, string>): string[] {
  const found = orphansOf(fixture, [...wanted.keys()]).map((file) => `${file} belongs to nothing`);
  for (const [file, text] of wanted) {
    const place = path.join(fixture.folder, file);
    if (!existsSync(place)) found.push(`${file} is missing; run with UPDATE=1 and read what it writes`);
    else if (readFileSync(place, 'utf8') !== text) found.push(`${file} is not what comes out now`);
  }
  return found;
}

/** What the case is meant to show and does not. */
export function missedIntentions(fixture: FixtureCase, outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap(({ target, style, subject }) => {
    const wanted = fixture.intention(target);
    const { status } = subject.result;
    return status === wanted ? [] : [`${target}, ${style}: is ${status}, should be ${wanted}`];
  });
}

/** Writes the expected files; does nothing for a case that breaks a law or does not show what it is meant to. */
export function update(fixture: FixtureCase, outcomes: readonly Outcome[]): void {
  const isFaulty = outcomes.some(({ subject }) => violationsOf(subject).length > 0);
  if (isFaulty || missedIntentions(fixture, outcomes).length > 0) return;
  const wanted = expectedFiles(fixture, outcomes);
  for (const file of orphansOf(fixture, [...wanted.keys()])) {
    if (targetNames.some((name) => file.startsWith(`${name}.`))) rmSync(path.join(fixture.folder, file));
  }
  for (const [file, text] of wanted) writeFileSync(path.join(fixture.folder, file), text);
}
