// The example mini-program in Node: before the rewrite on the reference swan, after it on fetch, axios and the double of wx.
// The same user walks through it each time, against a backend on loopback: wire and trace must be equal (law 8), and what the
// pages end with is what the backend said.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareRuns } from '../reference/compare.ts';
import type { Run } from '../reference/run.ts';
import type { WireEntry, WireRequest } from '../reference/wire.ts';
import { comparableWalk } from './comparable.ts';
import { exampleFolder, migrateExample, type MigratedProgram, type TargetName } from './migrated.ts';
import { walkThrough } from './walked.ts';

const targets: readonly TargetName[] = ['fetch', 'axios', 'wx'];

let before: Run;
const programs = new Map<TargetName, MigratedProgram>();
const runs = new Map<TargetName, Run>();

beforeAll(async () => {
  before = await walkThrough(exampleFolder, 'swan');
  for (const target of targets) {
    const program = migrateExample(target);
    programs.set(target, program);
    runs.set(target, await walkThrough(program.folder, target));
  }
}, 120_000);

afterAll(() => {
  for (const program of programs.values()) program.remove();
});

describe('before the rewrite', () => {
  test('the walk reaches its end and nothing goes wrong unseen', () => {
    expectWholeWalk(before);
  });

  test('every API is used', () => {
    const paths = new Set(before.wire.map((entry) => entry.path));
    expect([...paths].sort()).toEqual([
      '/cart/add',
      '/coupon/take',
      '/goods/detail',
      '/goods/list',
      '/goods/quote',
      '/poster/endless.png',
      '/poster/gone.png',
      '/poster/spring.png',
      '/room',
      '/share/photo',
      '/stock',
      '/track/sold-out',
      '/user/login',
    ]);
  });
});

describe.each(targets)('rewritten for %s', (target) => {
  test('the command leaves one site to a person, the one whose API is known only at run time', () => {
    const { code, printed } = programs.get(target)!;
    expect(printed).toContain('utils/invoke.js:4');
    expect(printed).toContain('dynamic-name');
    expect(code).toBe(1);
  });

  test('the walk reaches its end and nothing goes wrong unseen', () => {
    expectWholeWalk(runs.get(target)!);
  });

  test('wire and trace are those of before', () => {
    expect(
      compareRuns(comparableWalk(before), comparableWalk(runs.get(target)!), { target, fileNames: 'any' }),
    ).toEqual([]);
  });

  test('progress rises to 100 and ends there', () => {
    for (const [route, member] of [
      ['upload', 'progress'],
      ['download', 'percent'],
    ] as const) {
      const told = settings(runs.get(target)!, `pages/${route}/${route}`).flatMap((patch) => patch[member] ?? []);
      const first = told.slice(0, told.indexOf(100) + 1).filter((value, at) => value !== 0 || at > 0);
      expect(first.at(-1), route).toBe(100);
      expect(first, route).toEqual([...(first as number[])].sort((a, b) => a - b));
      expect(
        told.every((value) => Number.isInteger(value)),
        route,
      ).toBe(true);
    }
  });

  test('the list comes page by page, each with its stock, and what is sold out is noted', () => {
    const { wire, trace } = runs.get(target)!;
    const shown = trace.find(({ name }) => name === 'pages/index/index shows')?.value as Record<string, unknown>;
    expect((shown['list'] as { id: number }[]).map(({ id }) => id)).toEqual(
      Array.from({ length: 14 }, (_, at) => at + 1),
    );
    expect(shown['stock']).toMatchObject({ 1: 20, 3: 0, 12: 0, 14: 20 });
    expect(shown).toMatchObject({ page: 2, hasMore: false, loading: false, error: '' });
    const noted = requests(wire, '/track/sold-out').map(({ body }) => JSON.parse(body.toString()) as object);
    expect(noted.slice(0, 2)).toEqual([
      { ids: [3, 10], page: 1 },
      { ids: [12], page: 2 },
    ]);
    expect(new URLSearchParams(requests(wire, '/goods/list')[2]?.query).get('keyword')).toBe('茶点 & 蜜饯');
  });

  test('only the last quote counts; one that was cancelled in its tick is never sent', () => {
    const { wire, trace } = runs.get(target)!;
    const quotes = requests(wire, '/goods/quote').map(({ body }) =>
      Object.fromEntries(new URLSearchParams(body.toString())),
    );
    expect(quotes).toEqual([
      { id: '7', spec: '小份', count: '1' },
      { id: '7', spec: '大份', count: '1' },
      { id: '8', spec: '小份', count: '1' },
      { id: '8', spec: '大份', count: '1' },
    ]);
    const ends = trace.filter(({ name }) => name === 'pages/detail/detail ends with').map(({ value }) => value);
    expect(ends).toMatchObject([
      { id: '7', price: 26, cartCount: 1, message: '' },
      { id: '8', price: 26, message: '' },
      { id: '99', goods: null, message: '没有这款茶' },
    ]);
  });

  test('the photo arrives as it was picked, behind its fields', () => {
    const uploads = requests(runs.get(target)!.wire, '/share/photo');
    expect(uploads).toHaveLength(1);
    expect(uploads[0]?.header['x-token']).toBe('t-2019');
    expect(uploads[0]?.parts).toMatchObject([
      { name: 'title', value: '今天的茶' },
      { name: 'goods', value: '7' },
      { name: 'photo', filename: 'photo.png', type: 'image/png' },
    ]);
  });

  test('the chat goes both ways, over two connections, and ends with 1001', () => {
    const { wire, trace } = runs.get(target)!;
    const ends = trace.find(({ name }) => name === 'pages/chat/chat ends with')?.value as Record<string, unknown>;
    expect((ends['lines'] as { from: string; text: string }[]).map(({ from, text }) => `${from} ${text}`)).toEqual([
      '我 在吗？',
      '小周 您好，想喝点什么？',
      '小周 收到：在吗？',
      '我 有龙井吗',
      '小周 收到：有龙井吗',
      '我 再见',
      '小周 您好，想喝点什么？',
      '我 又来了',
      '小周 收到：又来了',
    ]);
    expect(ends['tip']).toBe('会话已结束（1001）');
    const sockets = wire.filter((entry) => entry.kind === 'socket');
    expect(sockets.map(({ protocols }) => protocols)).toEqual([['tea-chat.v1'], ['tea-chat.v1']]);
    // A page cannot send 1001: there the socket closes with 1000 and the program hears its own code (S6).
    expect(sockets[1]?.close).toEqual({ code: target === 'wx' ? 1001 : 1000, reason: '客人离开了聊天页' });
  });
});

test.each([
  [
    'a body is not encoded as a form',
    'pages/detail/detail.js',
    'application/x-www-form-urlencoded',
    'application/json',
  ],
  ['the chat ends with another code', 'pages/chat/chat.js', 'code: 1001', 'code: 1000'],
  ['no stock is asked for', 'pages/index/index.js', '/stock', '/goods/stock'],
])('the comparison sees it when %s', async (_, file, from, to) => {
  const { folder, remove } = migrateExample('fetch');
  try {
    const place = path.join(folder, file);
    const code = readFileSync(place, 'utf8');
    expect(code).toContain(from);
    writeFileSync(place, code.replaceAll(from, to));
    const after = await walkThrough(folder, 'fetch', 4000);
    expect(
      compareRuns(comparableWalk(before), comparableWalk(after), { target: 'fetch', fileNames: 'any' }),
    ).not.toEqual([]);
  } finally {
    remove();
  }
});

function expectWholeWalk({ trace }: Run): void {
  const faults = ['uncaught', 'unhandled', 'limit', 'console.error', 'console.warn'];
  expect(trace.filter(({ name }) => faults.includes(name))).toEqual([]);
  expect(trace.at(-1)?.name).toBe('walked');
}

function settings({ trace }: Run, route: string): Record<string, unknown>[] {
  return trace.filter(({ name }) => name === `${route}.setData`).map(({ value }) => value as Record<string, unknown>);
}

function requests(wire: readonly WireEntry[], path: string): WireRequest[] {
  return wire.filter((entry) => entry.kind === 'request').filter((entry) => entry.path === path);
}
