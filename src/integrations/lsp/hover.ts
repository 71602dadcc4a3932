// In: a file that was opened, and a place in it. Out: what is known of the call there: what becomes of it and why, the notes, where
// it goes, and the text that would be written.

import type { Hover } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

import { type Rewritten, type RewrittenSite, describe } from '../../core.ts';
import { findPage } from '../../workspace/disk/pages.ts';
import type { OpenedFile } from '../../workspace/rewrite-file.ts';
import { wordsOf } from '../../workspace/site-words.ts';
import type { Reader } from './diagnostics.ts';
import { rangeIn } from './places.ts';

export function hoverAt(
  document: TextDocument,
  { rewritten, text }: OpenedFile,
  { target, locale }: Reader,
  offset: number,
): Hover | undefined {
  const around = rewritten?.sites.filter(({ start, end }) => start <= offset && offset <= end) ?? [];
  const [site] = around.sort((a, b) => a.end - a.start - (b.end - b.start));
  if (!rewritten || !target || !site) return undefined;
  const { verdict, diagnostics, start, end } = site;
  const lines = [`**cygnet: ${verdict}** ${wordsOf({ ...site, diagnostics: [] }, target, locale).message}`];
  for (const one of diagnostics) {
    const page = findPage('diagnostics.md', one.code, locale);
    const name = page === undefined ? one.code : `[${one.code}](${page})`;
    lines.push(`- ${inert(describe(one, locale))} (${name})`);
  }
  if (verdict !== 'kept') {
    const language = /\.[cm]?tsx?$/.test(document.uri) ? 'ts' : 'js';
    lines.push(fenced(writtenFor(rewritten, site, text), language));
  }
  return { contents: { kind: 'markdown', value: lines.join('\n\n') }, range: rangeIn(document, start, end) };
}

/** What will be sent, as it will stand there. */
function writtenFor(rewritten: Rewritten, { id, start, end }: RewrittenSite, text: string): string {
  const { code, offsetOf } = rewritten.apply([id]);
  const from = offsetOf(start, 'start');
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))?.[0] ?? '';
  return code.slice(from, offsetOf(end, 'end')).replaceAll(`\n${indent}`, '\n');
}

function fenced(code: string, language: string): string {
  let fence = '```';
  while (code.includes(fence)) fence += '`';
  return `${fence}${language}\n${code}\n${fence}`;
}

/** A message holds names of the program, which mean nothing to Markdown. */
function inert(message: string): string {
  return message.replace(/[\\`*_{}[\]<>#+!|~$&]/g, '\\$&');
}
