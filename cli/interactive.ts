// In: the settings of a run and a person at a terminal. Out: which sites to rewrite: each one is shown with its diff and
// its notes, and answered with yes, no, all, quit or explain.
// Knows nothing of writing.

import { isCancel, log, note, select } from '@clack/prompts';

import { printable } from '../src/printable.ts';
import type { Site } from '../src/index.ts';
import { unifiedDiff } from './diff/unified.ts';
import type { FileResult, FileSite } from './plan/file-result.ts';
import { type AcceptIn, makePlan } from './plan/plan.ts';
import { openProgress } from './progress.ts';
import { apiName } from './report/summary.ts';
import type { MigrateSettings } from './settings.ts';
import type { Streams } from './streams.ts';

type Answer = 'yes' | 'no' | 'all' | 'quit' | 'explain';

/** `cancelled` when the person pressed Ctrl-C: then nothing is to be done at all. */
export async function chooseSites(settings: MigrateSettings, streams: Streams): Promise<AcceptIn | 'cancelled'> {
  const looked = { hasText: false, hasHunks: false, hasChanges: false };
  const plan = await makePlan(settings, looked, openProgress(streams, settings.isQuiet));
  const sites = plan.files.flatMap((file) =>
    file.sites.filter((site) => site.verdict !== 'kept').map((site) => ({ file, site })),
  );
  const chosen = new Set<string>();
  let isAll = false;
  let isOver = false;
  for (const [i, { file, site }] of sites.entries()) {
    if (isOver) break;
    if (isAll) {
      chosen.add(keyOf(file.path, site));
      continue;
    }
    const diff = await diffOf({ ...settings, root: plan.root }, file, site, streams);
    const title = `${file.file}:${site.line}:${site.column}  ${apiName(site.api)} → ${site.verdict}  (${i + 1} of ${sites.length})`;
    note(diff.trimEnd(), printable(title), { output: process.stderr, format: (line) => line });
    for (const { severity, message, code } of notesOf(file, site)) {
      log.message(`${severity}: ${printable(message)} (${code})`, { output: process.stderr });
    }
    let answer = await ask(site);
    while (answer === 'explain') {
      await explainCodes(notesOf(file, site), streams);
      answer = await ask(site);
    }
    if (answer === 'cancelled') return 'cancelled';
    if (answer === 'yes' || answer === 'all') chosen.add(keyOf(file.path, site));
    isAll = answer === 'all';
    isOver = answer === 'quit';
  }
  return (found) => (site: Site) => chosen.has(keyOf(found.path, site));
}

async function ask(site: FileSite): Promise<Answer | 'cancelled'> {
  const answer = await select<Answer>({
    message: 'Rewrite this call?',
    output: process.stderr,
    options: [
      { value: 'yes', label: 'yes' },
      { value: 'no', label: 'no', hint: 'leave it as it is' },
      { value: 'all', label: 'all', hint: 'this one and all that follow' },
      { value: 'quit', label: 'quit', hint: 'leave this one and all that follow' },
      ...(site.codes.length > 0 ? [{ value: 'explain' as const, label: 'explain', hint: site.codes.join(', ') }] : []),
    ],
  });
  return isCancel(answer) ? 'cancelled' : answer;
}

/** The diff of a file in which this site alone is rewritten. */
async function diffOf(settings: MigrateSettings, file: FileResult, site: FileSite, streams: Streams): Promise<string> {
  const key = keyOf(file.path, site);
  const alone = await makePlan(
    { ...settings, paths: [file.path], isQuiet: true },
    { hasText: false, hasHunks: true, hasChanges: false },
    undefined,
    (found) => (other) => keyOf(found.path, other) === key,
  );
  const hunks = alone.files[0]?.hunks ?? [];
  return unifiedDiff({ file: file.file, isNew: false, hunks }, streams.errColours);
}

function notesOf(file: FileResult, site: FileSite) {
  return file.diagnostics.filter(
    ({ code, line }) => site.codes.includes(code) && line >= site.line && line <= site.endLine,
  );
}

async function explainCodes(notes: ReturnType<typeof notesOf>, streams: Streams): Promise<void> {
  const { explain } = await import('./commands/explain.ts');
  const onError: Streams = { ...streams, out: streams.err, outColours: streams.errColours };
  for (const code of new Set(notes.map((one) => one.code))) await explain(code, onError);
}

function keyOf(file: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `${file}\0${start}\0${end}`;
}
