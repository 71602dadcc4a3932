// In: decisions, and the sites of now. Out: which site each is about, and those that are about none, with the reason. Nothing is
// guessed: what fits two sites, or one that has become another, fits none.
// Knows nothing of what is done with an answer.

import path from 'node:path';

import type { ApiName } from '../../core.ts';
import { shownPath } from '../paths.ts';
import type { FileResult, FileSite } from '../file-result.ts';
import type { Decision, Decisions } from './format.ts';

/** Why a decision is about no site. */
export type WhyUnmatched =
  /** No call of that API is without an answer in its file: it was rewritten, or taken out. */
  | 'gone'
  /** It is not there any more as it was, and other calls of that API have no answer. */
  | 'changed'
  /** Several calls read the same now. */
  | 'alike'
  /** It was accepted for another rewrite than the one that would be written now. */
  | 'otherVerdict';

export interface Unmatched {
  readonly decision: Decision;
  readonly why: WhyUnmatched;
}

/** Two decisions about one site that say different things. */
export type Contradiction = readonly [Decision, Decision];

export interface MatchedDecisions {
  /** What was said of a site. */
  readonly of: (site: FileSite) => Decision | undefined;
  /** It was said of a site of now. */
  readonly isAboutSite: (decision: Decision) => boolean;
  readonly unmatched: readonly Unmatched[];
  /** How many are about files or APIs that the run is not for. */
  readonly elsewhere: number;
  readonly contradictions: readonly Contradiction[];
}

/** The run that the decisions are held against. */
export interface DecidedRun {
  readonly root: string;
  /** With the names of their sites. */
  readonly files: readonly FileResult[];
  readonly only?: readonly ApiName[];
  /** Whether the run is for a file, or the file is not there any more. */
  readonly isForFile: (path: string) => boolean;
}

/** Of a site, as a decisions file has it; nothing where the site was not given a name. */
export function decisionOf(
  root: string,
  file: Pick<FileResult, 'path'>,
  { line, column, api, name, verdict }: FileSite,
  said: Pick<Decision, 'answer' | 'reviewed'>,
): Decision | undefined {
  return name && { file: shownPath(root, file.path), line, column, api, ...name, verdict, ...said };
}

export function matchDecisions({ sites: decisions }: Decisions, run: DecidedRun): MatchedDecisions {
  const { root, files, only } = run;
  const alike = sitesByText(root, files);
  const said = new Map<FileSite, Decision>();
  const about = new Set<Decision>();
  const lost: Unmatched[] = [];
  const contradictions: Contradiction[] = [];
  let elsewhere = 0;
  for (const decision of decisions) {
    const { api } = decision;
    if (!run.isForFile(path.resolve(root, decision.file)) || (only && !only.some((one) => one === api))) {
      elsewhere++;
      continue;
    }
    const site = findSite(decision, alike.get(textKey(decision.file, decision)) ?? []);
    if (typeof site === 'string') {
      lost.push({ decision, why: site });
      continue;
    }
    if (decision.answer === 'accept' && decision.verdict !== site.verdict) {
      lost.push({ decision, why: 'otherVerdict' });
      continue;
    }
    const before = said.get(site);
    if (before && isAnother(before, decision)) contradictions.push([before, decision]);
    said.set(site, { ...before, ...decision });
    about.add(decision);
  }
  return {
    of: (site) => said.get(site),
    isAboutSite: (decision) => about.has(decision),
    unmatched: withReasons(lost, run, said),
    elsewhere,
    contradictions,
  };
}

function isAnother(a: Decision, b: Decision): boolean {
  return a.answer !== undefined && b.answer !== undefined && a.answer !== b.answer;
}

function textKey(file: string, { api, hash }: { readonly api: string; readonly hash: string }): string {
  return [file, api, hash].join('\0');
}

function sitesByText(root: string, files: readonly FileResult[]): Map<string, FileSite[]> {
  const sites = new Map<string, FileSite[]>();
  for (const file of files) {
    for (const site of file.sites) {
      if (!site.name) continue;
      const key = textKey(shownPath(root, file.path), { api: site.api, hash: site.name.hash });
      sites.set(key, [...(sites.get(key) ?? []), site]);
    }
  }
  return sites;
}

/** The only one that reads like it; else those that read the same are told apart by the lines around them, and by their number. */
function findSite({ around, nth = 1, of }: Decision, alike: readonly FileSite[]): FileSite | 'changed' | 'alike' {
  const [only] = alike;
  if (!only) return 'changed';
  if (alike.length === 1 && of === undefined) return only;
  const inPlace = alike.filter((site) => site.name?.around === around);
  if (inPlace.length === 0) return alike.length === 1 ? 'changed' : 'alike';
  return (inPlace.length === (of ?? 1) ? inPlace[nth - 1] : undefined) ?? 'alike';
}

/** A call without an answer may be one that was edited; where there is none, the answer has outlived its call. */
function withReasons(
  lost: readonly Unmatched[],
  { root, files }: DecidedRun,
  said: ReadonlyMap<FileSite, Decision>,
): Unmatched[] {
  const open = new Set(
    files.flatMap((file) =>
      file.sites
        .filter((site) => site.verdict !== 'kept' && said.get(site)?.answer === undefined)
        .map((site) => `${shownPath(root, file.path)}\0${site.api}`),
    ),
  );
  return lost.map(({ decision, why }) => {
    const isOpen = open.has(`${decision.file}\0${decision.api}`);
    return { decision, why: why === 'changed' && !isOpen ? 'gone' : why };
  });
}
