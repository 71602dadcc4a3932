// In: a run. Out: GitLab's code quality report, which a merge request shows beside the lines: a list in the form of Code Climate.
// https://docs.gitlab.com/ci/testing/code_quality/

import { exactJson } from '../../src/workspace/report/exact-json.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { findingsOf } from './findings.ts';
import { fingerprinter } from './fingerprints.ts';

const severities = { error: 'major', warning: 'minor', note: 'info' } as const;

export function gitlabReport(run: Run): string {
  const fingerprintOf = fingerprinter();
  return exactJson(
    findingsOf(run, 'en').map((finding) => ({
      check_name: finding.code,
      description: finding.message,
      fingerprint: fingerprintOf(finding),
      severity: severities[finding.severity],
      location: { path: finding.file, lines: { begin: finding.line, end: finding.endLine } },
    })),
  );
}
