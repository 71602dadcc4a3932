// In: the table of place and value, the doubts and the interceptors, with one fault planted at a time. Out: whether what is
// found in the programs of table-programs.ts shows each. Without a fault, that is what they say.

import { describe, expect, it } from 'vitest';
import type { Following } from '../../src/resolve/resolve.ts';
import { findDoubts } from '../../src/resolve/doubts.ts';
import { findInterceptors } from '../../src/resolve/interceptors.ts';
import type { PlaceKind } from '../../src/syntax/places.ts';
import { table, type Cell, type Table } from '../../src/resolve/table.ts';
import { createTrail, noteEscape, other, type Trail } from '../../src/resolve/trail.ts';
import type { ValueKind } from '../../src/resolve/values.ts';
import { foundIn, read } from './found.ts';
import { tablePrograms } from './table-programs.ts';

type AnyCell = Cell<PlaceKind, ValueKind>;
type Position = readonly [PlaceKind, ValueKind];

const places = Object.keys(table) as PlaceKind[];
const values: readonly ValueKind[] = ['swan', 'api', 'global', 'module', 'perhaps'];
const positions = places.flatMap((place) => values.map((value): Position => [place, value]));
const units = tablePrograms.map(({ code, found }) => ({ unit: read(code), found }));
const ours: Following = { createTrail, table, findDoubts, findInterceptors };

/** The cells at which a road ends; there is nothing to drop, and what could be found instead is planted. */
const endings = [
  'callee swan',
  'constructed swan',
  'unused swan',
  'tested perhaps',
  'written perhaps',
  'unused perhaps',
  ...endingsOf('global'),
  ...endingsOf('module'),
];

function endingsOf(value: 'global' | 'module'): string[] {
  const ending: PlaceKind[] = ['callee', 'constructed', 'written', 'spread', 'walked', 'unused', 'elsewhere'];
  const own: PlaceKind[] = value === 'global' ? [] : ['tested', 'stored', 'returned'];
  return [...ending, ...own].map((place) => `${place} ${value}`);
}

describe('what is found', () => {
  it.each(tablePrograms.map(({ code, found }) => [code.replaceAll('\n', ' '), code, found] as const))(
    '%s',
    (_title, code, found) => expect(foundIn(read(code))).toEqual([...found].sort()),
  );
});

describe('a cell of the table', () => {
  it.each(positions.filter((position) => !endings.includes(position.join(' '))))(
    'is missed when it is dropped: %s of %s',
    (place, value) => {
      const dropped = withCell([place, value], { says: '', rule: (trail, step, _, top) => other(trail, step, top) });
      expect(isNoticed({ ...ours, table: dropped })).toBe(true);
    },
  );

  it.each(positions.filter((position) => endings.includes(position.join(' '))))(
    'is missed when it does more than end there: %s of %s',
    (place, value) => {
      const opened = withCell([place, value], {
        says: '',
        rule: (trail, step, _, top) => noteEscape(trail, step, top, { by: 'elsewhere' }),
      });
      expect(isNoticed({ ...ours, table: opened })).toBe(true);
    },
  );

  it.each(swaps())('is missed when it is swapped: %s of %s with %s of %s', (place, value, otherPlace, otherValue) => {
    const [one, another] = [cellAt([place, value]), cellAt([otherPlace, otherValue])];
    const swapped = withCell([otherPlace, otherValue], one, withCell([place, value], another));
    expect(isNoticed({ ...ours, table: swapped })).toBe(true);
  });
});

describe('a taint', () => {
  it.each(['api-assigned', 'swan-after', 'swan-replaced', 'swan-handed'])('is missed when it is lost: %s', (code) => {
    const lost: Following['findInterceptors'] = (trail) => findInterceptors(trail).filter((one) => one.code !== code);
    expect(isNoticed({ ...ours, findInterceptors: lost })).toBe(true);
  });

  it.each(['mixed-host', 'alias-reassigned'])('is missed when it is lost: %s', (code) => {
    const lost: Following['findDoubts'] = (trail) =>
      new Map([...findDoubts(trail)].filter(([, reason]) => reason.code !== code));
    expect(isNoticed({ ...ours, findDoubts: lost })).toBe(true);
  });

  it.each<[string, (trail: Trail) => Partial<Trail>]>([
    ['that a place may have something else from another module', () => ({ doubt: () => undefined })],
    ['that a choice is one', () => ({ choose: () => undefined })],
    ['that a function may be called with something else', () => ({ call: () => undefined })],
    [
      'that a name may have something else by default',
      ({ give }) => ({ give: (binding, inflow, ...rest) => give(binding, { ...inflow, isChoice: false }, ...rest) }),
    ],
    ['what a place has its value from', ({ go }) => ({ go: (step) => go(step) })],
    ['what a place is used for', () => ({ use: () => undefined })],
    ['that the value goes on as that of another place', () => ({ pass: () => undefined })],
  ])('is missed when the trail forgets %s', (_title, forget) => {
    const forgetful: Following['createTrail'] = (...from) => {
      const trail = createTrail(...from);
      const { go, give } = trail;
      return Object.assign(trail, forget({ ...trail, go: go.bind(trail), give: give.bind(trail) }));
    };
    expect(isNoticed({ ...ours, createTrail: forgetful })).toBe(true);
  });
});

/** Something else is found in a program than should be, or nothing, because following it fails. */
function isNoticed(following: Following): boolean {
  return units.some(({ unit, found }) => {
    try {
      return foundIn(unit, following).join('\n') !== [...found].sort().join('\n');
    } catch {
      return true;
    }
  });
}

function cellAt([place, value]: Position): AnyCell {
  return table[place][value] as unknown as AnyCell;
}

function withCell([place, value]: Position, cell: AnyCell, from: Table = table): Table {
  return { ...from, [place]: { ...from[place], [value]: cell } };
}

function isSame(one: AnyCell, other: AnyCell): boolean {
  return one.rule === other.rule || one.says === other.says;
}

/** Each cell with the next one of its value, and with the next one of its place, where the two are not the same. */
function swaps(): (readonly [...Position, ...Position])[] {
  return positions.flatMap(([place, value]) => {
    const below = places[places.indexOf(place) + 1];
    const beside = values[values.indexOf(value) + 1];
    const others: Position[] = [
      ...(below ? [[below, value] as const] : []),
      ...(beside ? [[place, beside] as const] : []),
    ];
    return others
      .filter((another) => !isSame(cellAt(another), cellAt([place, value])))
      .map((another) => [place, value, ...another] as const);
  });
}
