// In: one call site or one failed file. Out: its card: what it is, before beside after, and the notes.
// The data attributes are what the filters look at.

import { diffArrays } from 'diff';

import type { FileDiagnostic, FileSite } from '../../plan/file-result.ts';
import { apiName } from '../summary.ts';
import { escapeHtml } from './escape.ts';

export interface Card {
  readonly file: string;
  /** Absent for a file that failed. */
  readonly site?: FileSite;
  readonly diagnostics: readonly FileDiagnostic[];
  /** The ids of the folders around the file. */
  readonly folders: readonly string[];
}

export type CardVerdict = FileSite['verdict'] | 'failed';

export function verdictOf(card: Card): CardVerdict {
  return card.site?.verdict ?? 'failed';
}

export function cardHtml(card: Card): string {
  const { file, site, diagnostics, folders } = card;
  const verdict = verdictOf(card);
  const place = site ?? diagnostics[0];
  const where = place ? `${file}:${place.line}:${place.column}` : file;
  const codes = [...new Set(diagnostics.map(({ code }) => code))];
  return `<article class="card" data-v="${verdict}" data-a="${site ? escapeHtml(site.api) : ''}" data-f="${folders.join(' ')}" data-c="${codes.map(escapeHtml).join(' ')}">
<h3><span class="badge ${verdict}">${verdict}</span> <code class="where">${escapeHtml(where)}</code>${site ? ` <span class="api">${escapeHtml(apiName(site.api))}</span>` : ''}</h3>
${site ? sidesHtml(site) : ''}${diagnostics.map(noteHtml).join('')}
</article>`;
}

function noteHtml({ code, severity, message, line, column, frame }: FileDiagnostic): string {
  const lines = frame === undefined ? '' : `<pre class="frame" tabindex="0">${escapeHtml(frame)}</pre>`;
  return `<div class="note ${severity}"><strong>${severity}</strong> ${escapeHtml(message)} <span class="at">${line}:${column}</span> <a href="#code-${escapeHtml(code)}">${escapeHtml(code)}</a>${lines}</div>`;
}

/** One row for each line: what stayed stands on both sides, what changed stands across from what it became. */
function sidesHtml({ change, line, verdict }: FileSite): string {
  if (!change) return '';
  const before = outdented(change.before);
  if (verdict === 'kept') {
    const rows = before.map((text, i) => `<tr><td class="n">${line + i}</td><td>${escapeHtml(text)}</td></tr>`);
    return `<div class="sides" tabindex="0"><table class="one"><tbody>${rows.join('')}</tbody></table></div>`;
  }
  const rows: string[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  let number = line;
  const flush = () => {
    for (let i = 0; i < Math.max(removed.length, added.length); i++) {
      const [left, right] = [removed[i], added[i]];
      const old =
        left === undefined
          ? '<td class="n"></td><td class="gap"></td>'
          : `<td class="n">${number++}</td><td class="old">${escapeHtml(left)}</td>`;
      rows.push(
        `<tr>${old}${right === undefined ? '<td class="gap"></td>' : `<td class="new">${escapeHtml(right)}</td>`}</tr>`,
      );
    }
    removed = [];
    added = [];
  };
  for (const part of diffArrays(before, outdented(change.after))) {
    if (part.removed) removed.push(...part.value);
    else if (part.added) added.push(...part.value);
    else {
      flush();
      for (const text of part.value) {
        rows.push(`<tr><td class="n">${number++}</td><td>${escapeHtml(text)}</td><td>${escapeHtml(text)}</td></tr>`);
      }
    }
  }
  flush();
  const head =
    '<thead><tr><th class="n"><span class="hidden">line</span></th><th>before</th><th>after</th></tr></thead>';
  return `<div class="sides" tabindex="0"><table>${head}<tbody>${rows.join('')}</tbody></table></div>`;
}

/** The lines without the white space that all of them start with. */
function outdented(text: string): string[] {
  const lines = text.split(/\r?\n/);
  const starts = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  let shared = starts[0] ?? '';
  for (const start of starts) while (!start.startsWith(shared)) shared = shared.slice(0, -1);
  return lines.map((line) => line.slice(shared.length));
}
