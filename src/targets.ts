// In: nothing. Out: the registry of targets: help, schemas, docs, reports and tests read it.
// A new target is one file in transforms/ and one line here; the union of their names is derived.

import { axios } from '../transforms/axios.ts';
import { fetch } from '../transforms/fetch.ts';
import { wx } from '../transforms/wx.ts';
import type { Target } from './target.ts';

const registry = {
  fetch,
  axios,
  wx,
} satisfies Readonly<Record<string, Target>>;

export type TargetName = keyof typeof registry;

export const targets: { readonly [N in TargetName]: Target } = registry;

export const targetNames = Object.keys(targets) as TargetName[];

export function isTargetName(name: string): name is TargetName {
  return Object.hasOwn(targets, name);
}
