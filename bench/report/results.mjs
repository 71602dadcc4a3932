// In: a section with the title that it has in the list of all. Out: RESULTS.md, in which it stands in place of the one of that title;
// the others stay as they were measured. Knows nothing of what they say.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const head = `# Results

Written by \`npm run bench\`; what is measured and how stands in [README.md](README.md). Each section says when it was measured, on which commit and machine.
Absolute times do not carry over to other machines, ratios within one run do. Where the machine was not idle, the clock says little, and the time of
the processor more than on an idle one, for all alike.
`;

/**
 * @param {string} file
 * @param {{ title: string, text: string }} section
 * @param {readonly string[]} titles of all sections that there are, in their order
 */
export function writeResults(file, { title: own, text }, titles) {
  const known = existsSync(file) ? sectionsIn(readFileSync(file, 'utf8')) : new Map();
  known.set(own, text);
  const parts = titles.map((title) => `## ${title}\n\n${known.get(title) ?? 'Not measured yet.'}\n`);
  writeFileSync(file, [head, ...parts].join('\n'));
}

function sectionsIn(text) {
  const parts = text.split(/^## /m).slice(1);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1).trim()]));
}
