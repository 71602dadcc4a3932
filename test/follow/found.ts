// In: a small program, and what it is followed with. Out: what is found in it, a line for each.
// Sees what the rest of the compiler sees; knows nothing of targets.

import { exitWords } from '../../src/diagnostics/details.ts';
import { isParseFailure, parse, type SourceUnit } from '../../src/syntax/parse.ts';
import {
  resolve,
  type Facts,
  type Following,
  type Interceptor,
  type KeptSite,
  type Resolution,
} from '../../src/resolve/resolve.ts';

const facts: Facts = {
  modules: new Map([
    [
      './net',
      {
        exports: new Map([
          ['request', { stands: 'request' }],
          ['host', { stands: 'swan' }],
          ['deep.request', { stands: 'request' }],
        ]),
      },
    ],
    [
      './either',
      {
        exports: new Map([
          ['host', { stands: 'swan', isMixed: true }],
          ['=', { stands: 'swan', isMixed: true }],
        ]),
      },
    ],
    ['./getter', { exports: new Map(), handsOut: new Set(['get.()']) }],
  ]),
};

/** @param following another one than the compiler's own, where a fault is planted */
export function foundIn(unit: SourceUnit, following?: Following): string[] {
  return linesOf(resolve(unit, facts, following));
}

export function read(code: string): SourceUnit {
  const unit = parse(code, 'program.js');
  if (isParseFailure(unit)) throw new Error(`${unit.message} in ${code}`);
  return unit;
}

function linesOf(found: Resolution): string[] {
  return [
    ...found.calls.map(({ api }) => `call ${api}`),
    ...found.values.map(({ api, receiver }) => (receiver ? `value ${api} of swan` : `value ${api}`)),
    ...found.kept.map(keptLine),
    ...found.guards.map(({ api, protects }) => `test ${api}, protects ${protects.length}`),
    ...found.aliases.map(({ kind, names, references }) => {
      const uses = references.map(({ use }) => use.kind);
      return [kind, ...names.map(({ name }) => name), ...(uses.length > 0 ? ['for', ...uses] : [])].join(' ');
    }),
    ...found.exports.map(({ name, stands, isMixed }) => `export ${name} = ${isMixed ? 'perhaps ' : ''}${stands}`),
    ...[...found.handedOut].map((path) => `hands out ${path}`),
    ...found.interceptors.map(interceptorLine),
    ...found.writes.map(({ specifier, name }) => `write ${name} of ${specifier}`),
    ...found.bare.map(() => 'swan, for nothing'),
    ...[...found.others].map(([name, places]) => `other ${name} ${places.length}`),
  ].sort();
}

function keptLine(site: KeptSite): string {
  const how = site.code === 'swan-escapes' || site.code === 'swan-handed' ? `: ${exitWords.en(site.details.how)}` : '';
  return `kept ${site.api} ${site.code}${how}`;
}

function interceptorLine({ code, api, how }: Interceptor): string {
  return `${code} ${api}${how === undefined ? '' : `: ${exitWords.en(how)}`}`;
}
