// In: the questions of the rule. Out: what a workspace says of each text, kept open for the next one. What was written to the disk
// meanwhile is looked for, but no more than once in a second: ESLint tells nobody of it.
// Knows nothing of threads, nor of ESLint.

import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

import { type RewrittenSite, describe } from '../../core.ts';
import type { Locale } from '../../locale/locale.ts';
import { findConfig } from '../../workspace/disk/config.ts';
import { diskMachine } from '../../workspace/disk/disk-machine.ts';
import { editorLocale, editorOptions } from '../../workspace/disk/editor-options.ts';
import { type Freshness, createFreshness, foldersUpTo } from '../../workspace/disk/freshness.ts';
import { findPage } from '../../workspace/disk/pages.ts';
import { spokenLocale } from '../../workspace/disk/system-locale.ts';
import { Failure, failureText, whyOf } from '../../workspace/failure.ts';
import type { WorkspaceOptions } from '../../workspace/known.ts';
import { openAlone } from '../../workspace/open-alone.ts';
import { shownPath } from '../../workspace/paths.ts';
import type { OpenedFile } from '../../workspace/rewrite-file.ts';
import { type SiteWords, callCode, wordsOf, wordsWithoutTarget } from '../../workspace/site-words.ts';
import { type Workspace, openWorkspace } from '../../workspace/workspace.ts';
import type { Answer, Question, SiteAnswer } from './answer.ts';
import { siteEdits } from './fixes.ts';

/** In milliseconds: what is asked within the same run stands on the same files. */
const restsFor = 1000;

interface Opened {
  readonly workspace: Workspace;
  readonly freshness: Freshness;
  lookedAt: number;
}

interface Known {
  readonly locale: Locale;
  readonly options: WorkspaceOptions;
  /** Not before a text is asked about that lies in a file. */
  opened?: Promise<Opened>;
  /** Changes when the config does. */
  readonly readAt: number;
}

/** The answer never fails: what goes wrong is one. */
export function createAnswers(): (question: Question) => Promise<Answer> {
  const known = new Map<string, Promise<Known>>();
  return async (question) => {
    try {
      const now = await knownFor(question);
      return { locale: now.locale, sites: await sitesIn(now, question) };
    } catch (error) {
      const locale = spokenLocale(question.settings.locale);
      const isFailure = error instanceof Failure;
      return { locale, failure: isFailure ? failureText(error.parts, locale) : whyOf(error)[locale] };
    }
  };

  async function knownFor({ cwd, settings }: Question): Promise<Known> {
    const key = JSON.stringify([cwd, settings]);
    const before = await known.get(key)?.catch(() => undefined);
    if (before && (await isCurrent(before))) return before;
    const now = optionsOf(realpathSync(cwd), settings);
    known.set(key, now);
    return now;
  }
}

async function optionsOf(cwd: string, settings: Question['settings']): Promise<Known> {
  const config = await findConfig(cwd, undefined, () => undefined);
  const options = editorOptions(cwd, config, settings);
  return { options, locale: editorLocale(config, settings), readAt: Date.now() };
}

async function open(options: WorkspaceOptions): Promise<Opened> {
  const workspace = await openWorkspace(options, diskMachine);
  const freshness = createFreshness();
  freshness.look(foldersOf(workspace));
  return { workspace, freshness, lookedAt: Date.now() };
}

/** False when the settings have to be read again. */
async function isCurrent({ opened: opening, readAt }: Known): Promise<boolean> {
  if (!opening) return Date.now() - readAt < restsFor;
  const opened = await opening;
  const { workspace, freshness, lookedAt } = opened;
  if (Date.now() - lookedAt < restsFor) return true;
  const paths = freshness.look(foldersOf(workspace));
  if (paths.some((one) => /^(?:cygnet\.config\.\w+|package\.json)$/.test(path.basename(one)))) return false;
  if (paths.length > 0) await workspace.changed(paths);
  opened.lookedAt = Date.now();
  return true;
}

function foldersOf({ root, searched }: Workspace): Set<string> {
  return foldersUpTo(
    root,
    searched.found.map((file) => file.path),
  );
}

async function sitesIn(known: Known, question: Question): Promise<SiteAnswer[]> {
  const { text, off } = question;
  const { locale } = known;
  const opened = await openFile(known, question);
  if (!opened) return [];
  const { program, rewritten } = opened;
  const broken = program.status === 'failed' ? program.diagnostics : [];
  const isOff = ({ start }: RewrittenSite): boolean => off.some(([from, to]) => from <= start && start < to);
  const edits = rewritten ? siteEdits(text, rewritten, isOff) : undefined;
  return [
    ...broken.map((one) => answerFor(one, { code: one.code, message: describe(one, locale) }, locale)),
    ...sayings(opened, known).map(({ site, words }) => ({
      ...answerFor(site, words, locale),
      ...edits?.get(site.id),
    })),
  ];
}

async function openFile(known: Known, { cwd, filename, text }: Question): Promise<OpenedFile | undefined> {
  const named = path.resolve(cwd, filename);
  if (!existsSync(named)) return openAlone(known.options, diskMachine, named, text);
  const { workspace } = await (known.opened ??= open(known.options));
  const at = realpathSync(named);
  // What ESLint was asked for and the workspace leaves out is looked at all the same.
  return workspace.open(workspace.find(at) ?? { file: shownPath(cwd, at), path: at, isIncluded: false }, text);
}

function sayings({ program, rewritten }: OpenedFile, { options: { target }, locale }: Known) {
  if (rewritten && target) return rewritten.sites.map((site) => ({ site, words: wordsOf(site, target, locale) }));
  return program.sites.map((site) => ({ site, words: wordsWithoutTarget(site, locale) }));
}

function answerFor(
  { start, end }: Pick<SiteAnswer, 'start' | 'end'>,
  { code, message }: SiteWords,
  locale: Locale,
): SiteAnswer {
  const page = code === callCode ? undefined : findPage('diagnostics.md', code, locale);
  return { start, end, code, message, ...(page !== undefined && { page }) };
}
