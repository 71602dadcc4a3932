// In: a run. Out: what the new home needs, as lines of the Markdown report; nothing where nothing is needed.
// Knows nothing of how it is found.

import {
  describeUnknownOrigins,
  domainForm,
  filesWithOthers,
  findListing,
  needsOf,
  othersOfAll,
} from '../../src/workspace/report/needs.ts';
import { code, fenced, inMarkdown, joined, gfm, row, type Markdown } from './markdown-text.ts';
import { describePackage } from '../../src/workspace/report/packages.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { hostsOfAll } from '../../src/workspace/report/totals.ts';

export function needsLines(run: Run): Markdown[] {
  const { programs, packages } = needsOf(run);
  const unknown = describeUnknownOrigins(run.files);
  const parts = [
    ...serverLines(run),
    ...(unknown === ''
      ? []
      : [gfm`${unknown} go to an origin that is known at run time only, and that no list here names.`]),
    ...packages.map((missing) => gfm`Needs ${inMarkdown(describePackage(missing))}.`),
    ...programs.flatMap(({ app, networkTimeout }) => {
      const limits = Object.entries(networkTimeout).map(([api, limit]) => gfm`${code(api)} ${limit} ms`);
      const name = app === 'app.json' ? gfm`app.json` : code(app);
      return limits.length > 0 ? [gfm`${code('networkTimeout')} of ${name}: ${joined(limits, ', ')}.`] : [];
    }),
    ...otherLines(run),
  ];
  return parts.length === 0 ? [] : [gfm`### What the new home needs`, empty, ...apart(parts), empty];
}

const empty = gfm``;

/** Each a paragraph of its own; what several lines are made of is one. */
function apart(parts: readonly (Markdown | readonly Markdown[])[]): Markdown[] {
  return parts.flatMap((part, index) => [...(index === 0 ? [] : [empty]), ...(isList(part) ? part : [part])]);
}

function isList(part: Markdown | readonly Markdown[]): part is readonly Markdown[] {
  return Array.isArray(part);
}

/** What servers, or the platform, have to be told. */
function serverLines(run: Run): (Markdown | readonly Markdown[])[] {
  const listing = findListing(run);
  if (listing) {
    const hosts = hostsOfAll(run.files);
    const lists = Object.entries(hosts).filter(([, own]) => own.length > 0);
    const form = domainForm(listing, hosts);
    return [
      ...(lists.length > 0
        ? [lists.map(([api, own]) => gfm`- Domain list for ${code(api)}: ${joined(own.map(code), ', ')}`)]
        : []),
      ...(form.length > 0 ? [gfm`For the page of server domains on ${listing.name}:`, fenced('text', form)] : []),
    ];
  }
  const { origins } = needsOf(run);
  if (origins.length === 0) return [];
  const rows = origins.map(({ origin, methods, headers }) =>
    row([code(origin), joined(methods.map(shown), ', '), joined(headers.map(shown), ', ')]),
  );
  return [
    [row([gfm`origin`, gfm`methods`, gfm`header fields`]), gfm`|---|---|---|`, ...rows],
    gfm`In a browser these origins must allow the methods and header fields to your page (CORS).`,
  ];
}

function otherLines({ files }: Run): Markdown[] {
  const others = othersOfAll(files);
  if (others.length === 0) return [];
  const count = filesWithOthers(files).length;
  const list = others.map(([api, n]) => gfm`${n} ${code(`swan.${api}`)}`);
  return [gfm`Other swan APIs remain in ${count} ${count === 1 ? 'file' : 'files'}: ${joined(list, ', ')}.`];
}

function shown(name: string): Markdown {
  return name === '*' ? gfm`others, known at run time` : code(name);
}
