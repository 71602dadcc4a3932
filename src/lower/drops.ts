// In: the conditions of a file and the tests that they are made of. Out: for each test, the code that goes once it is answered.
// Asked before anything is folded; knows no target, and not whether a test is answered.

import type { Condition, Guard, Logic, Resolution } from '../resolve/resolve.ts';
import type { Span } from '../text/text.ts';

/** Code that goes with a test that is all of its condition, once that is answered. */
export function findDrops({ conditions, guards }: Pick<Resolution, 'conditions' | 'guards'>): Map<Guard, Span[]> {
  const drops = new Map<Guard, Span[]>();
  const byPlace = new Map(guards.map((guard) => [guard.at.start, guard]));
  for (const { root, role } of conditions) {
    const only = onlyTest(root, true);
    const guard = only && byPlace.get(only.at.start);
    if (guard?.present === undefined) continue;
    const spans = dropsOf(role, guard.present === only?.when);
    if (spans.length > 0) drops.set(guard, spans);
  }
  return drops;
}

function onlyTest(logic: Logic, when: boolean): { readonly at: Span; readonly when: boolean } | undefined {
  switch (logic.kind) {
    case 'guard':
      return { at: logic.at, when };
    case 'wrapped':
      return onlyTest(logic.inner, when);
    case 'not':
      return onlyTest(logic.inner, !when);
    default:
      return undefined;
  }
}

function dropsOf(role: Condition['role'], known: boolean): Span[] {
  if (role.kind === 'choice') {
    const other = known ? role.alternate : role.consequent;
    return other.canGo ? [other.at] : [];
  }
  if (role.kind !== 'if') return [];
  const [taken, other] = known ? [role.consequent, role.alternate] : [role.alternate, role.consequent];
  if (other?.left?.length !== 0 && other) return [];
  const { rest } = role;
  const unreached = role.isInList && taken?.exits && rest?.canGo ? [rest.at] : [];
  return [...(other ? [other.at] : []), ...unreached];
}
