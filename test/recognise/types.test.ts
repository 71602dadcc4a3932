// swan in types, and what tells checkers and linters that it exists.
// Runs the recogniser over small TypeScript and Flow programs; knows nothing of targets.

import { describe, expect, it } from 'vitest';
import { find } from './find.ts';

describe('types', () => {
  it.each([
    ['let task: swan.RequestTask;', ['RequestTask RequestTask ‹swan.RequestTask›']],
    ['const tasks: Array<swan.UploadTask | null> = [];', ['UploadTask UploadTask ‹swan.UploadTask›']],
    ['type A = swan.RequestOptions;', ['RequestOptions - ‹swan.RequestOptions›']],
    ['let f: typeof swan.request;', ['request typeof request ‹typeof swan.request›']],
    ['let f: Parameters<typeof swan.request>[0];', ['request typeof request ‹typeof swan.request›']],
    ['let s: typeof swan;', [' typeof - ‹typeof swan›']],
    ['import swan from "x"; let task: swan.RequestTask;', []],
    ['import type swan from "x"; let task: swan.RequestTask;', []],
    ['let task: my.swan.RequestTask;', []],
    ['const swan = window.swan; let task: swan.RequestTask;', ['RequestTask RequestTask ‹swan.RequestTask›']],
  ])('%s', (code, types) => {
    const { resolution, text } = find(code, 'a.ts');
    const shown = resolution.types.map(
      ({ name, isTypeof, task, api, at }) => `${name} ${isTypeof ? 'typeof ' : ''}${task ?? api ?? '-'} ‹${text(at)}›`,
    );
    expect(shown).toEqual(types);
  });

  it('Flow names it the same way', () => {
    const { resolution, text } = find('// @flow\nlet task: swan.RequestTask;', 'a.js');
    expect(resolution.types.map(({ task, at }) => [task, text(at)])).toEqual([['RequestTask', 'swan.RequestTask']]);
  });
});

describe('declarations', () => {
  it.each([
    ['declare const swan: any;', ['ambient ‹declare const swan: any;›']],
    ['declare namespace swan { let a: 1 }', ['ambient ‹declare namespace swan { let a: 1 }›']],
    ['declare global { const swan: any; } export {};', ['ambient ‹const swan: any;›']],
    ['declare function swan(): void;', ['ambient ‹declare function swan(): void;›']],
    ['import type swan from "x";', ['type-import ‹import type swan from "x";›']],
    ['/* global swan */ swan.request({});', ['global-comment ‹/* global swan */›']],
    ['/* globals Page, swan, App */', ['global-comment ‹/* globals Page, swan, App */›']],
    ['/* global swan:readonly */', ['global-comment ‹/* global swan:readonly */›']],
    ['/* a global swan */ // global swan', []],
    ['const swan = 1;', []],
  ])('%s', (code, declarations) => {
    const { resolution, text } = find(code, 'a.ts');
    expect(resolution.declarations.map(({ kind, at }) => `${kind} ‹${text(at)}›`)).toEqual(declarations);
  });
});
