// In: the settings of `cygnet scan`. Out: the inventory of swan network calls, as text or as a report.
// Changes nothing, and knows no target.

import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import { survey } from '../plan/plan.ts';
import { openProgress } from '../progress.ts';
import { inventoryText } from '../report/inventory.ts';
import { checkReports, detailFor, takesOutput, writeReports } from '../report/reports.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import type { ReadSettings } from '../settings.ts';
import type { Streams } from '../streams.ts';

export async function scan(settings: ReadSettings, streams: Streams): Promise<ExitCode> {
  await checkReports(settings.reports);
  const seen = await survey(
    settings,
    detailFor(settings.reports),
    openProgress(streams, settings.isQuiet, settings.locale),
    streams.err,
  );
  const run: Run = { ...seen, locale: settings.locale, command: 'scan', isWritten: false };
  if (takesOutput(settings.reports) === undefined) streams.out(inventoryText(run, streams.outMedium));
  await writeReports(run, settings.reports, streams);
  return exitCodeOf(seen.files.map((file) => ({ ...file, sites: [] })));
}
