// In: a question, and the workspace that it comes from. Out: what a person gets to see of it: where it stands, the change that it
// is about, what is said of the calls, and at length why.
// Asks nothing.

import { printable } from '../../src/text/printable.ts';
import { describe } from '../../src/diagnostics/diagnostics.ts';
import { severityNames } from '../../src/diagnostics/severity-names.ts';
import { type Locale, wordsIn } from '../../src/locale/locale.ts';
import { diagnosticsBySite } from '../../src/workspace/report/site-diagnostics.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { explain } from '../commands/explain.ts';
import { unifiedDiff } from '../diff/unified.ts';
import { apiName } from '../report/left.ts';
import { paragraph } from '../medium.ts';
import type { Streams } from '../streams.ts';
import { siteAnswer } from './answers.ts';
import type { SiteQuestion } from './questions.ts';
import { askingWords, verdictWords } from './words.ts';

/** @param at counted from 0 */
export async function questionText(
  question: SiteQuestion,
  { at, all }: { readonly at: number; readonly all: number },
  workspace: Workspace,
  { errColours, errMedium }: Streams,
  locale: Locale,
): Promise<string> {
  const say = wordsIn(askingWords, locale);
  const { bold, cyan, dim, yellow } = errColours;
  const head = paragraph(
    errMedium,
    `${bold(cyan(say.place(at + 1, all)))}  ${bold(printable(titleOf(question, locale)))}`,
  );
  const diff = await diffOf(workspace, question, errColours);
  const notes = notesOf(question).map(({ file, line, column, severity, code, details }) => {
    const paint = severity === 'warning' ? yellow : cyan;
    const text = `${paint(severityNames[locale][severity])} ${printable(describe({ code, details }, locale))} ${dim(code)}`;
    return `${paragraph(errMedium, text, `${dim(printable(`${file}:${line}:${column}`))} `)}\n`;
  });
  return `\n${head}\n${diff}${notes.join('')}`;
}

function titleOf([first, ...others]: SiteQuestion, locale: Locale): string {
  const { file, site } = first;
  const place = `${file.file}:${site.line}:${site.column}`;
  if (others.length === 0) return `${place}  ${apiName(site.api)} → ${site.verdict}`;
  const files = new Set([first, ...others].map((one) => one.file.file));
  return `${place}  ${askingWords.family[locale](others.length + 1, files.size)}`;
}

/** The diff of the files in which these sites alone are rewritten. */
async function diffOf(workspace: Workspace, question: SiteQuestion, colours: Streams['errColours']): Promise<string> {
  const parts: string[] = [];
  for (const file of new Set(question.map((one) => one.file))) {
    const own = question.filter((one) => one.file === file).map(({ site }) => siteAnswer(site, true));
    const found = workspace.find(file.path);
    const outcome = found && (await workspace.preview(found, own));
    const hunks = typeof outcome === 'object' ? (outcome.hunks ?? []) : [];
    if (hunks.length > 0) parts.push(unifiedDiff({ file: file.file, isNew: false, hunks }, colours));
  }
  return parts.join('');
}

function notesOf(question: SiteQuestion) {
  const bySite = new Map([...new Set(question.map(({ file }) => file))].map((file) => [file, diagnosticsBySite(file)]));
  return question.flatMap(({ file, site }) =>
    (bySite.get(file)?.get(site) ?? []).map((one) => ({ ...one, file: file.file })),
  );
}

/** Why the calls become what they become: each verdict, and each diagnostic at length. */
export async function explainQuestion(question: SiteQuestion, streams: Streams, locale: Locale): Promise<void> {
  const verdicts = new Set(question.map(({ site }) => site.verdict));
  for (const verdict of verdicts) streams.err(`\n${paragraph(streams.errMedium, verdictWords[verdict][locale])}\n`);
  const onError: Streams = {
    ...streams,
    out: streams.err,
    outColours: streams.errColours,
    outMedium: streams.errMedium,
  };
  for (const code of new Set(notesOf(question).map((one) => one.code))) {
    streams.err('\n');
    await explain(code, locale, onError);
  }
}
