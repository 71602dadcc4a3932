// In: the settings of a run and a person at a terminal. Out: which sites to rewrite: each one is shown with its diff and
// its notes, and answered with yes, no, all, quit or explain.
// Knows nothing of writing.

import { isCancel, log, note, select } from '@clack/prompts';

import { printable } from '../src/text/printable.ts';
import type { Locale } from '../src/locale/locale.ts';
import type { Site } from '../src/core.ts';
import { type Hunk, hunksOf } from '../src/workspace/hunks.ts';
import { unifiedDiff } from './diff/unified.ts';
import type { FileResult, FileSite } from '../src/workspace/file-result.ts';
import type { OpenedFile } from '../src/workspace/rewrite-file.ts';
import { type Workspace, openWorkspace } from '../src/workspace/workspace.ts';
import { withMachine } from './plan/machine.ts';
import { type AcceptIn, migrateOptions, settleAll } from './plan/plan.ts';
import { openProgress } from './progress.ts';
import { apiName } from './report/summary.ts';
import type { MigrateSettings } from './settings.ts';
import type { Streams } from './streams.ts';

type Answer = 'yes' | 'no' | 'all' | 'quit' | 'explain';

/** `cancelled` when the person pressed Ctrl-C: then nothing is to be done at all. */
export function chooseSites(settings: MigrateSettings, streams: Streams): Promise<AcceptIn | 'cancelled'> {
  return withMachine(async (machine) => {
    const looked = { hasText: false, hasHunks: false };
    const workspace = await openWorkspace(migrateOptions(settings, looked), machine);
    await settleAll(workspace, openProgress(streams, settings.isQuiet));
    return askAll(workspace, settings.locale, streams);
  });
}

async function askAll(workspace: Workspace, locale: Locale, streams: Streams): Promise<AcceptIn | 'cancelled'> {
  const questions = await questionsOf(workspace);
  const chosen = new Set<string>();
  let isAll = false;
  let isOver = false;
  for (const [i, question] of questions.entries()) {
    if (isOver) break;
    if (isAll) {
      choose(question);
      continue;
    }
    const diff = await diffOf(workspace, question, streams);
    const title = `${titleOf(question)}  (${i + 1} of ${questions.length})`;
    note(diff.trimEnd(), printable(title), { output: process.stderr, format: (line) => line });
    const notes = question.flatMap(({ file, site }) => notesOf(file, site));
    for (const { severity, message, code } of notes) {
      log.message(`${severity}: ${printable(message)} (${code})`, { output: process.stderr });
    }
    let answer = await ask(question);
    while (answer === 'explain') {
      await explainCodes(notes, locale, streams);
      answer = await ask(question);
    }
    if (answer === 'cancelled') return 'cancelled';
    if (answer === 'yes' || answer === 'all') choose(question);
    isAll = answer === 'all';
    isOver = answer === 'quit';
  }
  return (found) => (site: Site) => chosen.has(keyOf(found.path, site));

  function choose(question: Question): void {
    for (const { file, site } of question) chosen.add(keyOf(file.path, site));
  }
}

/** The sites that one answer is for: one, or all socket calls of a program that share its socket. */
type Question = readonly [Asked, ...Asked[]];

interface Asked {
  readonly file: FileResult;
  readonly site: FileSite;
}

async function questionsOf({ settle, folderOf }: Workspace): Promise<Question[]> {
  const { files } = await settle();
  const { sharesSocket, socketApis } = await import('../src/core.ts');
  const sites = files.flatMap((file) =>
    file.sites.filter((site) => site.verdict !== 'kept').map((site) => ({ file, site })),
  );
  const isSocket = ({ site }: Asked): boolean => socketApis.some((api) => api === site.api);
  const asked = new Set<string>();
  return sites.flatMap((one): Question[] => {
    if (!isSocket(one)) return [[one]];
    const folder = folderOf(one.file.path);
    const family = sites.filter((other) => isSocket(other) && folderOf(other.file.path) === folder);
    if (!sharesSocket(family.map(({ site }) => site))) return [[one]];
    if (asked.has(folder)) return [];
    asked.add(folder);
    return [[one, ...family.filter((other) => other !== one)]];
  });
}

function titleOf([first, ...others]: Question): string {
  const { file, site } = first;
  const place = `${file.file}:${site.line}:${site.column}`;
  if (others.length === 0) return `${place}  ${apiName(site.api)} → ${site.verdict}`;
  const files = new Set([first, ...others].map((one) => one.file.file));
  const where = files.size === 1 ? '' : ` in ${files.size} files`;
  return `${place}  the ${others.length + 1} socket calls of one program${where}, which share its socket`;
}

async function ask(question: Question): Promise<Answer | 'cancelled'> {
  const codes = [...new Set(question.flatMap(({ site }) => site.codes))];
  const answer = await select<Answer>({
    message: question.length === 1 ? 'Rewrite this call?' : 'Rewrite these calls?',
    output: process.stderr,
    options: [
      { value: 'yes', label: 'yes' },
      { value: 'no', label: 'no', hint: 'leave it as it is' },
      { value: 'all', label: 'all', hint: 'this one and all that follow' },
      { value: 'quit', label: 'quit', hint: 'leave this one and all that follow' },
      ...(codes.length > 0 ? [{ value: 'explain' as const, label: 'explain', hint: codes.join(', ') }] : []),
    ],
  });
  return isCancel(answer) ? 'cancelled' : answer;
}

/** The diff of the files in which these sites alone are rewritten. */
async function diffOf(workspace: Workspace, question: Question, streams: Streams): Promise<string> {
  const parts: string[] = [];
  for (const file of new Set(question.map((one) => one.file))) {
    const found = workspace.find(file.path);
    const opened = found && (await workspace.open(found));
    const keys = question.filter((one) => one.file === file).map(({ site }) => keyOf(file.path, site));
    const hunks = opened ? hunksWith(opened, (site) => keys.includes(keyOf(file.path, site))) : [];
    if (hunks.length > 0) parts.push(unifiedDiff({ file: file.file, isNew: false, hunks }, streams.errColours));
  }
  return parts.join('');
}

function hunksWith({ text, rewritten }: OpenedFile, isChosen: (site: Site) => boolean): Hunk[] {
  const output = rewritten?.apply(isChosen);
  return output?.status === 'changed' ? hunksOf(text, output.code, output.edits) : [];
}

function notesOf(file: FileResult, site: FileSite) {
  return file.diagnostics.filter(
    ({ code, line }) => site.codes.includes(code) && line >= site.line && line <= site.endLine,
  );
}

async function explainCodes(notes: ReturnType<typeof notesOf>, locale: Locale, streams: Streams): Promise<void> {
  const { explain } = await import('./commands/explain.ts');
  const onError: Streams = { ...streams, out: streams.err, outColours: streams.errColours };
  for (const code of new Set(notes.map((one) => one.code))) await explain(code, locale, onError);
}

function keyOf(file: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `${file}\0${start}\0${end}`;
}
