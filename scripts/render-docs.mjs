// In: the catalogue of diagnostics, the rules, the registry of targets, the table of the follower. Out: the text of the generated pages
// under docs/, and of the page in which the table stands.
// Knows nothing of files; `docs.mjs` writes them and a test compares them.

import { withRuleLinks } from './rules.mjs';

const heading = { error: 'Errors', warning: 'Warnings: a site was kept, or needs a look', note: 'Notes' };

/** @param rules as `rulesOn` gives them */
export function renderDiagnostics(catalogue, rules) {
  const entries = Object.entries(catalogue);
  const parts = [
    '# Diagnostics',
    '<!-- Generated from src/diagnostics: `npm run generate docs` -->',
    'Every diagnostic has a code that never changes. `cygnet explain CODE` prints what stands here.\nR1, U1, S1 and so on are [rules of behaviour](rules.md).',
  ];
  for (const severity of ['error', 'warning', 'note']) {
    parts.push(`## ${heading[severity]}`);
    for (const [code, entry] of entries) {
      if (entry.severity !== severity) continue;
      parts.push(
        `### ${code}`,
        `${entry.title.en}.`,
        withRuleLinks(entry.help, rules),
        `\`\`\`js\n${entry.example}\n\`\`\``,
      );
    }
  }
  return `${parts.join('\n\n')}\n`;
}

export function renderTargets(targets, apis, shimExports) {
  const names = Object.keys(targets);
  const rows = [...apis.values()].map((api) => {
    const options = api.takes === 'callback' ? 'a callback' : api.options.map((option) => `\`${option}\``).join(', ');
    return `| \`${api.name}\` | ${options} | ${api.task ? `\`${api.task}\`` : 'nothing'} |`;
  });
  const parts = [
    '# Targets',
    '<!-- Generated from src/targets.ts and src/apis.ts: `npm run generate docs` -->',
    `cygnet rewrites for ${names.map((name) => `\`${name}\``).join(', ')}. Every target takes every API below.`,
    ['| API | options | returns |', '|---|---|---|', ...rows].join('\n'),
    '## What the shim of each target offers',
    ...names.map(
      (name) =>
        `**${targets[name].title.en}**: ${shimExports(name)
          .map((one) => `\`${one}\``)
          .join(', ')}`,
    ),
    ...Object.values(targets).flatMap(({ guide }) => (guide ? [`## ${guide.title}`, guide.text] : [])),
  ];
  return `${parts.join('\n\n')}\n`;
}

const tableStart = '<!-- The table is generated from src/resolve/table.ts: `npm run generate docs` -->';
const tableEnd = '<!-- The table ends here. -->';

/** The page with the table between its two marks. */
export function withTable(page, table) {
  const start = page.indexOf(tableStart);
  const end = page.indexOf(tableEnd);
  if (start < 0 || end < start) throw new Error('the page has no marks for the table');
  return `${page.slice(0, start)}${tableStart}\n\n${renderTable(table)}\n\n${page.slice(end)}`;
}

/** A row for each place, a column for each value; aligned, as the page is formatted. */
function renderTable(table) {
  const values = ['swan', 'api', 'global', 'module'];
  const titles = ['place', 'swan', 'an API of swan', 'a global object', 'a module'];
  const rows = Object.entries(table).map(([place, cells]) => [place, ...values.map((value) => cells[value].says)]);
  const widths = titles.map((title, column) => Math.max(...[titles, ...rows].map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(titles), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
