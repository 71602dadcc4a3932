// In: nothing. Out: the laws of a rewrite that is applied site by site. They hold for every program, but ask for as many
// rewrites of it as it has sites, so they are tried on the fixtures alone.

import type { Output, Site } from '../../src/index.ts';
import { splice } from '../../src/text/text.ts';
import type { Law, Subject, Violations } from './subject.ts';

/** Law 13: all sites at once are the rewrite without a choice, and none are the program as it is. */
const allChosen: Law = {
  name: '13 all chosen',
  check({ program, result, chosen }) {
    if (result.status === 'failed') return [];
    const all = chosen(result.sites.map(({ id }) => id));
    const none = chosen([]);
    const isDone = none.code !== program.code || none.edits.length > 0 || none.sites.some(isMoved);
    return [
      ...(summary(all) === summary(result) ? [] : [`all sites chosen: ${difference(summary(result), summary(all))}`]),
      ...(isDone ? ['no site chosen: something is rewritten'] : []),
    ];
  },
};

/** Law 14: of a site that is chosen alone the second run sees nothing, and each other site stands where the edits say, as it was. */
const eachAlone: Law = {
  name: '14 each alone',
  check: (subject) => movable(subject).flatMap((site) => checkAlone(subject, site)),
};

/**
 * Law 15: one site after the other, each step on the text of the one before, ends in the text of all at once. In style
 * dropin the last site is the first.
 */
export const inSteps: Law = {
  name: '15 in steps',
  check(subject) {
    const { result, rewrite, options, chosen } = subject;
    const sites = movable(subject);
    if (sites.length < 2) return [];
    const isForward = options.style !== 'dropin';
    // Those before a site keep their numbers, and those behind it move up when it is gone.
    const numbers = isForward ? sites.map(({ id }, gone) => id - gone) : sites.map(({ id }) => id).reverse();
    const [first = 0, ...rest] = numbers;
    const last = rest.reduce(
      ({ code }, number) => rewrite(code, { ...options, accept: ({ id }) => id === number }),
      chosen([first]),
    );
    return last.code === result.code ? [] : [`in ${numbers.length} steps: ${difference(result.code, last.code)}`];
  },
};

/** Law 16: the edits of a site that are known without another look at the text are those of that site chosen alone. */
const known: Law = {
  name: '16 known alone',
  check(subject) {
    const { program, options, chosen, read } = subject;
    const rewritten = read(program.code).rewrite(options);
    return movable(subject).flatMap(({ id }) => {
      const edits = rewritten.editsOf(id);
      const [wanted, found] = [chosen([id]).code, edits && splice(program.code, edits).text];
      return found === undefined || found === wanted ? [] : [`site ${id} by its edits: ${difference(wanted, found)}`];
    });
  },
};

export const lawsBySite: readonly Law[] = [allChosen, eachAlone, inSteps, known];

function isMoved({ verdict }: Site): boolean {
  return verdict !== 'kept';
}

function movable({ result }: Subject): readonly Site[] {
  return result.status === 'failed' ? [] : result.sites.filter(isMoved);
}

function checkAlone({ program, chosen, read }: Subject, site: Site): Violations {
  const output = chosen([site.id]);
  const here = `site ${site.id} alone`;
  const moved = output.sites.filter(isMoved).map(({ id }) => id);
  if (moved.join() !== String(site.id)) return [`${here}: ${output.status}, rewritten are (${moved.join(', ')})`];
  const again = read(output.code);
  if (again.status === 'failed') return [`${here}: the output cannot be read`];
  const asked = read(program.code).sites;
  const left = asked
    .filter(({ id }) => id !== site.id)
    .map((one) => ({ ...one, start: output.offsetOf(one.start, 'start'), end: output.offsetOf(one.end, 'end') }));
  const [wanted, found] = [left, again.sites].map((sites) => sites.map(place).join('\n'));
  if (wanted !== found) return [`${here}: ${difference(wanted ?? '', found ?? '')}`];
  return left.flatMap(({ id, start, end }) => {
    const before = asked[id];
    if (!before || contains(before, site) || contains(site, before)) return [];
    const [was, is] = [program.code.slice(before.start, before.end), output.code.slice(start, end)].map(unindented);
    return was === is ? [] : [`${here} changes site ${id}: ${difference(was ?? '', is ?? '')}`];
  });
}

type Known = Pick<Site, 'api' | 'codes' | 'form' | 'start' | 'end'>;

function place({ api, codes, form, start, end }: Known): string {
  return [api, form?.through, form?.options, ...codes, start, end].join(' ');
}

function contains(outer: Known, inner: Known): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The lines of a block move to the left when it loses its test. */
function unindented(text: string): string {
  return text.replace(/^[ \t]+/gm, '');
}

/** All that is said of an output. */
function summary({ status, code, sites, diagnostics, shim, unwanted, others }: Output): string {
  const said = diagnostics.map(({ code: own, message, start, end }) => [own, start, end, message]);
  return JSON.stringify({ status, code, sites, said, shim, unwanted, others }, undefined, 1);
}

function difference(expected: string, found: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at++;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 30), at + 50));
  return `${around(found)} instead of ${around(expected)}`;
}
