// In: a run. Out: what the new home needs, as lines of the Markdown report; nothing where nothing is needed.
// Knows nothing of how it is found.

import { describeUnknownOrigins, domainForm, filesWithOthers, findListing, needsOf, othersOfAll } from './needs.ts';
import { describePackage } from './packages.ts';
import type { Run } from './run.ts';
import { hostsOfAll } from './totals.ts';

export function needsLines(run: Run, code: (text: string) => string): string[] {
  const { origins, programs, packages } = needsOf(run);
  const lines: string[] = [];
  const listing = findListing(run);
  if (listing) {
    const hosts = hostsOfAll(run.files);
    for (const [api, own] of Object.entries(hosts)) {
      if (own.length > 0) lines.push(`- Domain list for ${code(api)}: ${own.map(code).join(', ')}`);
    }
    const form = domainForm(listing, hosts);
    if (form.length > 0)
      lines.push('', `For the page of server domains on ${listing.name}:`, '', '```text', ...form, '```');
  } else if (origins.length > 0) {
    lines.push('| origin | methods | header fields |', '|---|---|---|');
    for (const { origin, methods, headers } of origins) {
      lines.push(`| ${code(origin)} | ${methods.map(shown).join(', ')} | ${headers.map(shown).join(', ')} |`);
    }
    lines.push('', 'In a browser these origins must allow the methods and header fields to your page (CORS).');
  }
  const unknown = describeUnknownOrigins(run.files);
  if (unknown !== '')
    lines.push('', `${unknown} go to an origin that is known at run time only, and that no list here names.`);
  for (const missing of packages) lines.push('', `Needs ${describePackage(missing, code)}.`);
  for (const { app, networkTimeout } of programs) {
    const limits = Object.entries(networkTimeout).map(([api, limit]) => `${code(api)} ${limit} ms`);
    const name = app === 'app.json' ? app : code(app);
    if (limits.length > 0) lines.push('', `${code('networkTimeout')} of ${name}: ${limits.join(', ')}.`);
  }
  const others = othersOfAll(run.files);
  if (others.length > 0) {
    const count = filesWithOthers(run.files).length;
    const list = others.map(([api, n]) => `${n} ${code(`swan.${api}`)}`).join(', ');
    lines.push('', `Other swan APIs remain in ${count} ${count === 1 ? 'file' : 'files'}: ${list}.`);
  }
  while (lines[0] === '') lines.shift();
  return lines.length === 0 ? [] : ['### What the new home needs', '', ...lines, ''];

  function shown(name: string): string {
    return name === '*' ? 'others, known at run time' : code(name);
  }
}
