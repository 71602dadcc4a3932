// Law 2, expressions: what the program evaluated at a site is still there: every call, assignment, function and variable
// in the options, but for the name of the site itself and for options that swan ignores and that do nothing. (Every byte shown twice is the second law's own matter.)

import { droppedIn } from './dropped.ts';
import { followThrough } from './follow.ts';
import { leftOut } from './ignored.ts';
import { isNaming } from './naming.ts';
import { showPlace, type Law, type Subject, type Violations } from './subject.ts';
import { isNode } from './syntax.ts';
import { isSettling, wrappersOf } from './wrappers.ts';

export const nothingLost: Law = { name: '2 nothing lost', check };

const doing = new Set([
  'CallExpression',
  'OptionalCallExpression',
  'NewExpression',
  'ImportExpression',
  'TaggedTemplateExpression',
  'AssignmentExpression',
  'UpdateExpression',
  'AwaitExpression',
  'YieldExpression',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassExpression',
  'SpreadElement',
  'ObjectMethod',
]);

function check(subject: Subject): Violations {
  const { before, after, layout, program, result } = subject;
  if (!before || !after || result.status !== 'changed') return [];
  const follow = followThrough(layout, after.comments);
  const sites = result.sites.filter((site) => site.verdict !== 'kept');
  const nodes = before.nodes;
  const violations: string[] = [];
  const isLeftOut = leftOut(subject);
  const isDropped = droppedIn(subject);
  const wrappers = wrappersOf(nodes, follow);

  for (const { node } of nodes) {
    if (!doing.has(node.type) || follow.ends(node.end).length > 0) continue;
    if (
      sites.some((site) => site.end === node.end && site.start <= node.start) ||
      isSettling(node, wrappers, program.code) ||
      isTest(program.code.slice(node.start, node.end)) ||
      isDropped(node) ||
      isLeftOut(node.start)
    )
      continue;
    violations.push(`${node.type} is gone, ${showPlace(program.code, node.start, node.end)}`);
  }

  const names = nodes
    .filter(({ node }) => sites.some((site) => site.start === node.start && site.end === node.end))
    .map(({ node }) => (isNode(node['callee']) ? node['callee'] : node));
  for (const [at, { name, isReference }] of before.scopes?.names ?? []) {
    if (!isReference || name === 'undefined' || (layout.outOf[at] ?? -1) >= 0) continue;
    const isAtSite = sites.some((site) => site.start <= at && at < site.end);
    const isItsName = names.some((node) => node.start <= at && at < node.end);
    if (!isAtSite || isItsName || isLeftOut(at) || isNaming(at, program.code, result.edits)) continue;
    if (isDropped({ start: at, end: at })) continue;
    if (
      wrappers.some(
        ({ region, names: own, passedOn }) =>
          region.from.start <= at &&
          at < region.from.end &&
          (own.includes(name) || passedOn.includes(at) || at === region.from.start + 'new '.length),
      )
    )
      continue;
    violations.push(`the variable ${name} is no longer read, ${showPlace(program.code, at)}`);
  }
  return violations;
}

/** `swan.canIUse('request.object.url')` goes where its answer is known. */
function isTest(text: string): boolean {
  return /^swan\.(?:canIUse|hasOwnProperty)\('[\w.]+'\)$/.test(text);
}
