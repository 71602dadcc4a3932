// In: the calls of a file that run a text as code: `eval`, `new Function`, `setTimeout` with a text. Out: those texts that
// name swan are kept, and whatever they may replace with it.
// Reads no text as code: that it names swan is enough.

import { findConstant, skipParentheses } from '../syntax/constant.ts';
import { climbParentheses } from '../syntax/positions.ts';
import { isFunction } from '../syntax/scopes.ts';
import type { Node } from '../syntax/tree.ts';
import { isHost } from './starts.ts';
import { intercept, noteEscape, type Trail } from './trail.ts';

/** Which of their arguments are texts to be run. */
const runners: readonly (readonly [name: string, isText: (index: number) => boolean])[] = [
  ['Function', () => true],
  ['eval', (index) => index === 0],
  ['setTimeout', (index) => index === 0],
  ['setInterval', (index) => index === 0],
];

export function keepTexts(trail: Trail): void {
  const { tree, names } = trail;
  if (!/\bswan\b/.test(tree.text)) return;
  for (const [name, isText] of runners) {
    const members = names.of(name).keys.flatMap((key) => memberOfHost(trail, key));
    for (const callee of [...names.of(name).free, ...members]) {
      for (const [index, argument] of argumentsOf(trail, callee).entries()) {
        if (isText(index) && namesSwan(trail, argument)) keepText(trail, argument);
      }
    }
  }
}

/** `window.setTimeout` */
function memberOfHost({ tree, names }: Trail, key: Node): Node[] {
  const member = tree.parent(key);
  return member?.type === 'MemberExpression' && isHost(member.object, names) ? [member] : [];
}

function argumentsOf({ tree }: Trail, callee: Node): readonly Node[] {
  const top = climbParentheses(tree, callee);
  const call = tree.parent(top);
  const isCall = call?.type === 'CallExpression' || call?.type === 'OptionalCallExpression';
  return (isCall || call?.type === 'NewExpression') && call.callee === top ? call.arguments : [];
}

function namesSwan({ tree, names }: Trail, argument: Node): boolean {
  const inner = skipParentheses(argument);
  if (isFunction(inner)) return false;
  const known = findConstant(inner, names)?.value;
  const isText = inner.type === 'TemplateLiteral' || inner.type === 'BinaryExpression';
  const text = typeof known === 'string' ? known : isText ? tree.text.slice(inner.start ?? 0, inner.end ?? 0) : '';
  return /\bswan\b/.test(text);
}

function keepText(trail: Trail, text: Node): void {
  const how = { by: 'code' } as const;
  intercept(trail, text, { code: 'swan-handed', api: '*', how });
  noteEscape(trail, { node: text, value: { is: 'swan' }, through: 'global' }, text, how);
}
