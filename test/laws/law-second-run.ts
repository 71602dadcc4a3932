// Law 4: a second run makes no edits, and sees the sites that were kept and no others.
// Knows nothing of the first run but its output.

import type { Law, Subject, Violations } from './subject.ts';

export const secondRun: Law = { name: '4 second run', check };

/** Said of what stays and of what moves: the second run no longer sees the other end. */
const isOfBoth: ReadonlySet<string> = new Set(['file-path-split']);

function check({ result, rewrite, options }: Subject): Violations {
  if (result.status === 'failed') return [];
  const second = rewrite(result.code, options);
  const violations: string[] = [];
  if (second.status !== 'unchanged') violations.push(`the second run's status is ${second.status}`);
  if (second.edits.length > 0) violations.push(`the second run makes ${second.edits.length} edits`);
  if (second.code !== result.code) violations.push('the second run changes the text');
  if (result.isSettled() !== (second.edits.length === 0)) {
    violations.push(`the output says ${result.isSettled() ? 'that it is settled' : 'that it is not'}`);
  }
  const [first, again] = [result.sites, second.sites].map((sites) =>
    sites
      .filter((site) => site.verdict === 'kept')
      .map((site) => `${site.api} ${site.codes.filter((code) => !isOfBoth.has(code)).join(' ')}`),
  );
  if (JSON.stringify(first) !== JSON.stringify(again)) {
    violations.push(`kept at first: ${JSON.stringify(first)}, kept by the second run: ${JSON.stringify(again)}`);
  }
  return violations;
}
