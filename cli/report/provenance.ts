// In: the words that this program was started with. Out: what was run, when, and on which commit, for reports that are looked at
// later. The clock is that of SOURCE_DATE_EPOCH where it is set, so that a report can be made again.
// Knows nothing of reports.

import { findCommit } from '../../src/workspace/disk/git.ts';
import type { Provenance } from '../../src/workspace/report/run.ts';

export async function provenanceOf(root: string, words: readonly string[]): Promise<Provenance> {
  // Without an answer of git a report is made all the same.
  const commit = await findCommit(root).catch(() => undefined);
  return {
    commandLine: ['cygnet', ...words].map(quoted).join(' '),
    at: now().toISOString(),
    ...(commit !== undefined && { commit }),
  };
}

function now(): Date {
  const seconds = Number(process.env['SOURCE_DATE_EPOCH'] ?? '');
  return seconds > 0 ? new Date(seconds * 1000) : new Date();
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
