// In: a run and the reports that are wished for. Out: each report in its file or on standard output.
// Each format is loaded when it is asked for.

import { createColors } from 'picocolors';

import type { ReportFormat } from '../../src/workspace/choices.ts';
import type { ReportWish } from '../settings.ts';
import type { Medium } from '../medium.ts';
import type { Streams } from '../streams.ts';
import { checkOutput, writeOutput } from '../../src/workspace/disk/output.ts';
import type { Detail } from '../../src/workspace/rewrite-file.ts';
import { provenanceOf } from './provenance.ts';
import type { Run } from '../../src/workspace/report/run.ts';

const formats: { readonly [F in ReportFormat]: (run: Run, medium: Medium) => Promise<string> } = {
  pretty: async (run, medium) => (await import('./pretty.ts')).prettyReport(run, medium),
  json: async (run) => (await import('../../src/workspace/report/json.ts')).jsonReport(run),
  sarif: async (run) => (await import('./sarif.ts')).sarifReport(run),
  html: async (run) => (await import('./html/page.tsx')).htmlReport(run),
  markdown: async (run) => (await import('./markdown.ts')).markdownReport(run),
  junit: async (run) => (await import('./junit.ts')).junitReport(run),
  gitlab: async (run) => (await import('./gitlab.ts')).gitlabReport(run),
  rdjson: async (run) => (await import('./rdjson.ts')).rdjsonReport(run),
  csv: async (run) => (await import('./csv.ts')).callsCsv(run),
  'csv-origins': async (run) => (await import('./csv.ts')).originsCsv(run),
  'step-summary': async (run) => (await import('./step-summary.ts')).stepSummary(run),
  github: async (run) => (await import('./github.ts')).githubReport(run),
};

/** The others are for programs, which get them as they are. */
const forPeople: ReadonlySet<ReportFormat> = new Set(['pretty', 'markdown']);

/** They are looked at later, and by others. */
const withProvenance: ReadonlySet<ReportFormat> = new Set(['html', 'step-summary']);

export async function writeReports(run: Run, wishes: readonly ReportWish[], streams: Streams): Promise<void> {
  const isTold = wishes.some(({ format }) => withProvenance.has(format));
  const told = isTold ? { ...run, provenance: await provenanceOf(run.root, process.argv.slice(2)) } : run;
  for (const { format, file } of wishes) {
    const text = await formats[format](told, file === undefined ? streams.outMedium : { colours: createColors(false) });
    if (file !== undefined) await writeOutput(file, format, text);
    else if (format === 'step-summary') await (await import('./step-summary.ts')).appendSummary(text, process.env);
    else if (forPeople.has(format)) streams.out(text);
    else streams.data(text);
  }
}

/** What the reports want to know of a file besides what it comes to. */
export function detailFor(wishes: readonly ReportWish[]): Pick<Detail, 'hasExcerpts' | 'hasNames'> {
  const has = (wanted: ReportFormat): boolean => wishes.some(({ format }) => format === wanted);
  return {
    ...((has('html') || has('rdjson')) && { hasExcerpts: true }),
    ...(has('html') && { hasNames: true }),
  };
}

/** @throws Failure when one of them must not be written where it should go */
export async function checkReports(wishes: readonly ReportWish[]): Promise<void> {
  for (const { format, file } of wishes) {
    if (file) await checkOutput(file, format);
    else if (format === 'step-summary') (await import('./step-summary.ts')).requireSummaryFile(process.env);
  }
}

/** GitHub has a file of its own for one of them. */
export function isOnOutput({ format, file }: ReportWish): boolean {
  return file === undefined && format !== 'step-summary';
}

/** The report that takes standard output, if any does. */
export function takesOutput(wishes: readonly ReportWish[]): ReportWish | undefined {
  return wishes.find(isOnOutput);
}
