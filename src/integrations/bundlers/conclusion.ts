// In: a build that came to its end. Out: the report in its file, where one is wished for, and what the new home needs, in words.
// It is about the program as the command line would see it, whichever of its modules are in the bundle.
// Knows no bundler.

import path from 'node:path';

import { checkOutput, writeOutput } from '../../workspace/disk/output.ts';
import { jsonReport } from '../../workspace/report/json.ts';
import { needsText } from '../../workspace/report/needs-text.ts';
import type { Run } from '../../workspace/report/run.ts';
import { surveyOf } from '../../workspace/report/survey.ts';
import type { OpenBuild } from './open-build.ts';

/** @throws Failure when something else than a report lies there */
export async function checkReport(build: Pick<OpenBuild, 'report' | 'place'>): Promise<void> {
  const output = outputOf(build);
  if (output) await checkOutput(output, 'json');
}

/** @throws Failure when it cannot be written */
export async function writeReport(build: OpenBuild): Promise<void> {
  const output = outputOf(build);
  if (output) await writeOutput(output, 'json', jsonReport(await runOf(build)));
}

export async function needsIn(build: OpenBuild): Promise<string | undefined> {
  return needsText(await runOf(build));
}

async function runOf({ workspace, place, target, only, locale }: OpenBuild): Promise<Run> {
  const survey = await surveyOf(workspace, { cwd: place.cwd, ...(only && { only }) });
  return { ...survey, locale, command: 'migrate', target, isWritten: false };
}

function outputOf({ report, place }: Pick<OpenBuild, 'report' | 'place'>) {
  return report === undefined ? undefined : { path: path.resolve(place.cwd, report) };
}
