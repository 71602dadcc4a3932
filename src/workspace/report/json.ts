// In: a run. Out: the JSON report, of the shape that report.schema.json describes.
// Its keys are a contract: none is renamed, none goes away.

import { exactJson } from './exact-json.ts';
import { needsOf, othersOfAll } from './needs.ts';
import type { Run } from './run.ts';
import { hostsOfAll, totalsOf } from './totals.ts';

export function jsonReport(run: Run): string {
  const { files, target } = run;
  const isLook = target === undefined;
  const report = {
    version: 1,
    target: target ?? null,
    files: files.map(({ file, status }) => ({ file, status })),
    sites: files.flatMap(({ file, sites }) =>
      sites.map(({ line, column, endLine, endColumn, api, verdict, form, codes }) => ({
        file,
        line,
        column,
        endLine,
        endColumn,
        api,
        ...(isLook ? form && { form } : { verdict }),
        codes,
      })),
    ),
    diagnostics: files.flatMap(({ file, diagnostics }) =>
      diagnostics.map(({ code, severity, line, column, message }) => ({
        code,
        severity,
        file,
        line,
        column,
        message,
      })),
    ),
    ...passedBy(run),
    hosts: hostsOfAll(files),
    ...(isLook ? inventory(run) : { needs: needsOf(run) }),
    summary: isLook ? lookSummary(run) : totalsOf(files),
  };
  return exactJson(report);
}

/** Only where something was. */
function passedBy({ unread, leftOut }: Run) {
  const reasons = [...leftOut].filter(([, paths]) => paths.length > 0);
  return {
    ...(unread.length > 0 && { unread: unread.map(({ file, code, message }) => ({ file, code, message })) }),
    ...(reasons.length > 0 && { leftOut: Object.fromEntries(reasons) }),
  };
}

/** What scan and check know beyond the calls. */
function inventory({ files }: Run) {
  return {
    wrappers: files.flatMap(({ file, wrappers }) => wrappers.map((wrapper) => ({ file, ...wrapper }))),
    others: Object.fromEntries(othersOfAll(files)),
  };
}

function lookSummary({ files }: Run) {
  const { files: count, failed, sites } = totalsOf(files);
  return { files: count, failed, sites };
}
