// In: the settings of `cygnet migrate`. Out: a diff on standard output or the changed files on disk, reports, a summary
// on standard error, and the exit code.

import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';

import { type PatchPlace, changesOf, patchOf, placeOfPatch } from '../diff/changes.ts';
import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import { type InEach, wordsIn, type Wording } from '../../src/locale/locale.ts';
import { Failure } from '../../src/workspace/failure.ts';
import { shownPath } from '../../src/workspace/paths.ts';
import { disk } from '../../src/workspace/disk/disk.ts';
import { hashOf } from '../../src/workspace/disk/source.ts';
import { type Plan, makePlan } from '../plan/plan.ts';
import type { Decided } from '../asking/decide.ts';
import { openProgress } from '../progress.ts';
import { missingPackages } from '../../src/workspace/report/packages.ts';
import { checkOutput, writeOutput } from '../../src/workspace/disk/output.ts';
import { checkReports, detailFor, takesOutput, writeReports } from '../report/reports.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { summaryOf } from '../report/summary.ts';
import type { MigrateSettings } from '../settings.ts';
import type { Streams } from '../streams.ts';
import { type PlannedWrite, applyWrites } from '../write/apply.ts';
import { injectFault } from '../fault-injection.ts';
import { requireCommitted } from '../write/git-guard.ts';
import { endBy, watchForStop } from '../write/stop.ts';
import type { WatchedRun } from '../watch/watch.ts';

/** @param again the settings, read anew, for a run that watches */
export async function migrate(
  settings: MigrateSettings,
  streams: Streams,
  again: () => Promise<MigrateSettings>,
): Promise<ExitCode> {
  if (!settings.isWatch) return (await migrateOnce(settings, streams)).code;
  const { watchAndRun } = await import('../watch/watch.ts');
  const run = (now: MigrateSettings, isFirst: boolean) => migrateOnce(now, streams, !isFirst);
  return watchAndRun(settings, streams, { settings: again, run });
}

/** @param isRound one of several, of which somebody else tells: only what was asked for by name is printed */
async function migrateOnce(settings: MigrateSettings, streams: Streams, isRound = false): Promise<WatchedRun> {
  const written = new Map<string, string>();
  await checkReports(settings.reports);
  if (settings.patch) await checkOutput(settings.patch, 'patch');
  const reportOnOutput = takesOutput(settings.reports);
  const isDiffShown = !settings.isWrite && reportOnOutput === undefined && !isRound;
  const wanted = {
    hasText: settings.isWrite,
    hasHunks: isDiffShown || settings.patch !== undefined,
    ...detailFor(settings.reports),
    hasOthers: settings.reports.length > 0,
  };
  const decided = await decide(settings, streams);
  if (decided === 'interrupted') endBy('SIGINT');
  if (typeof decided === 'string') return { code: 1, written, files: [] };
  const plan = await makePlan(
    settings,
    wanted,
    openProgress(streams, settings.isQuiet || isRound, settings.locale),
    decided?.answersIn,
    streams.err,
  );
  await injectFault('planned');
  const place = settings.isWrite && !settings.patch ? undefined : await placeOfPatch(plan, settings.cwd);
  if (isDiffShown && place) showChanges(plan, place, settings, streams);
  if (settings.patch && place) await writeOutput(settings.patch, 'patch', [...patchOf(plan, place.folder)].join(''));
  const notes = settings.isWrite ? await write(plan, settings, written) : [];
  await decided?.finish(settings.isWrite);
  const run: Run = {
    ...plan,
    warnings: [...(decided?.warnings ?? []), ...plan.warnings, ...notes],
    locale: settings.locale,
    command: 'migrate',
    target: settings.target,
    isWritten: settings.isWrite,
    ...(place && { patchCommand: place.command }),
    shimFiles: plan.shims.map((shim) => shownPath(settings.cwd, shim.path)),
    missing: missingPackages(disk, { ...plan, target: settings.target }, settings.cwd),
  };
  const fault = await writeReports(run, settings.reports, streams).catch((error: unknown) => error);
  if (!settings.isQuiet && !isRound && reportOnOutput?.format !== 'pretty')
    streams.err(summaryOf(run, streams.errMedium));
  if (fault !== undefined) throw settings.isWrite ? afterWrite(fault, plan) : fault;
  return { code: exitCodeOf(plan.files), written, files: plan.files };
}

/** The files are written by then, whatever becomes of a report. */
function afterWrite(fault: unknown, { files }: Plan): unknown {
  const count = files.filter((file) => file.status === 'changed').length;
  if (!(fault instanceof Failure) || count === 0) return fault;
  const { what, why } = fault.parts;
  return new Failure({
    what: {
      en: `${count} ${count === 1 ? 'file was' : 'files were'} written as planned, but then: ${what.en}`,
      'zh-CN': `${count} 个文件已按计划写入，但随后：${what['zh-CN']}`,
    },
    ...(why !== undefined && { why }),
    help: {
      en: 'The files stay as they are now; cygnet undo takes them back.',
      'zh-CN': '这些文件保持现状；cygnet undo 可以撤销。',
    },
  });
}

/** To a person as people read it; exact to `git apply`, and where the log of a workflow may be reading along, with its orders off. */
function showChanges(plan: Plan, { folder }: PatchPlace, { cwd, locale }: MigrateSettings, streams: Streams): void {
  if (streams.isOutTerminal) {
    for (const part of changesOf(plan, cwd, locale, streams.outMedium)) streams.out(part);
    return;
  }
  const fence = process.env.GITHUB_ACTIONS === 'true' ? randomUUID() : undefined;
  let isFenced = false;
  for (const part of patchOf(plan, folder)) {
    if (fence !== undefined && !isFenced) streams.data(`::stop-commands::${fence}\n`);
    isFenced = true;
    streams.data(part);
  }
  if (fence !== undefined && isFenced) streams.data(`::${fence}::\n`);
}

/**
 * @param written gets the hash of each file that is on disk now
 * @returns what the new files could not be given
 */
async function write(plan: Plan, settings: MigrateSettings, written: Map<string, string>): Promise<InEach<string>[]> {
  const writes = writesOf(plan, settings.cwd);
  if (!settings.isDirtyAllowed) await requireCommitted(plan.root, writes);
  const stop = watchForStop();
  const say = wordsIn(wording, settings.locale);
  let outcome = say.stoppedAfter;
  try {
    const notes = await applyWrites(plan.root, writes, stop.isStopped);
    for (const { path, text } of writes) written.set(path, hashOf(Buffer.from(text)));
    return notes;
  } catch (error) {
    outcome = error instanceof Failure ? error.parts.what[settings.locale] : say.stopped;
    throw error;
  } finally {
    stop.end(outcome);
  }
}

/** The shims come first: no file imports what is not there. */
function writesOf(plan: Plan, cwd: string): PlannedWrite[] {
  const writes: PlannedWrite[] = [];
  for (const { path, before, beforeHash, after } of plan.shims) {
    if (before === after) continue;
    const known = beforeHash !== undefined && { before: beforeHash };
    writes.push({ path, shown: shownPath(cwd, path), text: after, isShim: true, ...known });
  }
  for (const { path, file, before, after } of plan.files) {
    if (after === undefined || before === undefined) continue;
    if (hashOf(Buffer.from(after)) !== before) writes.push({ path, shown: file, before, text: after, isShim: false });
  }
  return writes;
}

/** Where people have a say in single sites. */
async function decide(
  settings: MigrateSettings,
  streams: Streams,
): Promise<Decided | 'interrupted' | 'closed' | undefined> {
  if (!settings.isInteractive && !settings.decisions) return undefined;
  const { decideSites } = await import('../asking/decide.ts');
  return decideSites(settings, streams);
}

const wording = {
  stopped: { en: 'stopped', 'zh-CN': '已停止' },
  stoppedAfter: {
    en: 'Stopped; every file had been written. cygnet undo takes it back.',
    'zh-CN': '已停止；所有文件都已写入。cygnet undo 可以撤销。',
  },
} satisfies Wording;
