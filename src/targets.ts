// In: nothing. Out: the registry of targets: help, schemas, docs and tests read it.
// A new target is one file in transforms/ and one line here.

import { axios } from '../transforms/axios.ts';
import { fetch } from '../transforms/fetch.ts';
import { wx } from '../transforms/wx.ts';
import type { Target, TargetName } from './target.ts';

export const targets: { readonly [N in TargetName]: Target } = { fetch, axios, wx };

export const targetNames = Object.keys(targets) as TargetName[];

export function isTargetName(name: string): name is TargetName {
  return Object.hasOwn(targets, name);
}
