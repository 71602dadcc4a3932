// In: texts of a report: names of files, messages, code. Out: Markdown that shows exactly these, whatever is in them.
// Only `gfm` and what stands here make it, and a report takes nothing else: what is put into it is escaped unless it is Markdown
// already. Knows nothing of reports.

import type { Phrase } from '../../src/workspace/report/phrase.ts';

export interface Markdown {
  readonly text: string;
  /** As a cell of a table, where a code span holds neither pipes nor backslashes. */
  readonly cell: string;
  readonly [made]: true;
}

declare const made: unique symbol;

/** What stands between the holes is Markdown; a text in a hole is shown as it is. */
export function gfm(words: TemplateStringsArray, ...values: readonly (string | number | Markdown)[]): Markdown {
  const shown = values.map((value) => (typeof value === 'object' ? value : prose(String(value))));
  const join = (side: 'text' | 'cell'): string =>
    words.map((word, index) => word + (shown[index]?.[side] ?? '')).join('');
  return markdown(join('text'), join('cell'));
}

/** A code span. */
export function code(text: string): Markdown {
  const flat = onOneLine(text);
  if (flat === '') return gfm``;
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A space at both ends is taken off again.
  const pad = /^`|`$|^ .*\S.* $/.test(flat) ? ' ' : '';
  const span = `${fence}${pad}${flat}${pad}${fence}`;
  return markdown(span, /[|\\]/.test(flat) ? `<code>${entities(flat)}</code>` : span);
}

export function inMarkdown(words: Phrase): Markdown {
  return joined(
    words.map((word) => (typeof word === 'string' ? prose(word) : code(word.code))),
    '',
  );
}

export function joined(items: readonly Markdown[], separator: string): Markdown {
  const join = (side: 'text' | 'cell'): string => items.map((item) => item[side]).join(separator);
  return markdown(join('text'), join('cell'));
}

export function row(cells: readonly Markdown[]): Markdown {
  const line = `| ${cells.map(({ cell }) => cell).join(' | ')} |`;
  return markdown(line, line);
}

/** Lines that are shown as they are. */
export function fenced(language: 'text', lines: readonly string[]): Markdown[] {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [fence + language, ...lines.map(onOneLine), fence].map((line) => markdown(line, line));
}

export function inLines(lines: readonly Markdown[]): string {
  return lines.map(({ text }) => text).join('\n');
}

function markdown(text: string, cell: string): Markdown {
  return { text, cell } as Markdown;
}

function prose(text: string): Markdown {
  const escaped = onOneLine(text)
    .replace(/[\\`*_{}[\]<>#|~&$!]/g, '\\$&')
    // At the start of a line these begin a list or a heading.
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
  return markdown(escaped, escaped);
}

function entities(text: string): string {
  return text.replace(/[^\w\s\u0080-\uFFFF]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function onOneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, ' ');
}
