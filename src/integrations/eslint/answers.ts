// In: the questions of the rule. Out: what a workspace says of each text, kept open for the next one. What was written to the disk
// meanwhile is looked for, but no more than once in a second: ESLint tells nobody of it.
// Knows nothing of threads, nor of ESLint.

import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

import type { RewrittenSite } from '../../core.ts';
import { findConfig } from '../../workspace/disk/config.ts';
import { diskMachine } from '../../workspace/disk/disk-machine.ts';
import { editorOptions } from '../../workspace/disk/editor-options.ts';
import { type Freshness, createFreshness } from '../../workspace/disk/freshness.ts';
import { findPage } from '../../workspace/disk/pages.ts';
import { Failure, describeFailure, reasonOf } from '../../workspace/failure.ts';
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
      return { sites: await sitesIn(await knownFor(question), question) };
    } catch (error) {
      if (error instanceof Failure)
        return {
          failure: describeFailure(error.parts, 'en')
            .replace(/^error: /, '')
            .trim(),
        };
      return { failure: reasonOf(error) };
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
  return { options: editorOptions(cwd, config, settings), readAt: Date.now() };
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
  return new Set([root, ...searched.found.map((file) => path.dirname(file.path))]);
}

async function sitesIn(known: Known, question: Question): Promise<SiteAnswer[]> {
  const { text, off } = question;
  const opened = await openFile(known, question);
  if (!opened) return [];
  const { program, rewritten } = opened;
  const broken = program.status === 'failed' ? program.diagnostics : [];
  const isOff = ({ start }: RewrittenSite): boolean => off.some(([from, to]) => from <= start && start < to);
  const edits = rewritten ? siteEdits(text, rewritten, isOff) : undefined;
  return [
    ...broken.map(({ start, end, code, message }) => answerFor({ start, end }, { code, message })),
    ...sayings(opened, known.options.target).map(({ site, words }) => ({
      ...answerFor(site, words),
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

function sayings({ program, rewritten }: OpenedFile, target: WorkspaceOptions['target']) {
  if (rewritten && target) return rewritten.sites.map((site) => ({ site, words: wordsOf(site, target) }));
  return program.sites.map((site) => ({ site, words: wordsWithoutTarget(site) }));
}

function answerFor({ start, end }: Pick<SiteAnswer, 'start' | 'end'>, { code, message }: SiteWords): SiteAnswer {
  const page = code === callCode ? undefined : findPage('diagnostics.md', code);
  return { start, end, code, message, ...(page !== undefined && { page }) };
}
