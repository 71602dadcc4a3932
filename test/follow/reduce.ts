// In: a program with a fault, and how to tell that a smaller one has it too. Out: a small program with the same fault.
// Takes out statements, properties and names, and puts parts in the place of the whole, until nothing more can go.

import { parse, type ParserOptions } from '@babel/parser';
import type { Program } from './judge.ts';

type Node = { readonly type: string; readonly start: number; readonly end: number } & Readonly<Record<string, unknown>>;

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export async function reduce(
  program: Program,
  hasFault: (smaller: Program) => Promise<boolean>,
  tries = 400,
): Promise<Program> {
  let best = program;
  let left = tries;
  for (let isSmaller = true; isSmaller && left > 0;) {
    isSmaller = false;
    for (let i = best.files.length - 1; i > 0 && left > 0; i--) {
      const smaller = { files: best.files.filter((_, at) => at !== i) };
      left--;
      if (!(await hasFault(smaller))) continue;
      best = smaller;
      isSmaller = true;
    }
    for (let i = 0; i < best.files.length; i++) {
      for (let at = 0; left > 0; at++) {
        const { file, code } = best.files[i] ?? { file: '', code: '' };
        const cut = cutsIn(code, file)[at];
        if (!cut) break;
        const text = (code.slice(0, cut.start) + cut.text + code.slice(cut.end)).replaceAll(/^[ \t;]*\n/gm, '');
        if (text.length >= code.length) continue;
        const smaller = { files: best.files.map((one, at) => (at === i ? { file, code: text } : one)) };
        left--;
        if (!(await hasFault(smaller))) continue;
        best = smaller;
        isSmaller = true;
        at--;
      }
    }
  }
  return best;
}

/** The largest first. */
function cutsIn(code: string, file: string): Cut[] {
  const options: ParserOptions = {
    sourceType: 'unambiguous',
    allowReturnOutsideFunction: true,
    plugins: file.endsWith('.ts') ? ['typescript'] : [],
  };
  const cuts: Cut[] = [];
  try {
    visit(parse(code, options).program as unknown as Node, code, cuts);
  } catch {
    return [];
  }
  return cuts.sort((a, b) => b.end - b.start - b.text.length - (a.end - a.start - a.text.length));
}

function visit(node: Node, code: string, cuts: Cut[]): void {
  const put = (part: unknown): void => {
    if (isNode(part)) cuts.push({ start: node.start, end: node.end, text: code.slice(part.start, part.end) });
  };
  switch (node.type) {
    case 'IfStatement':
      put(node['consequent']);
      put(node['alternate']);
      break;
    case 'ConditionalExpression':
      put(node['consequent']);
      put(node['alternate']);
      break;
    case 'LogicalExpression':
    case 'AssignmentPattern':
      put(node['left']);
      put(node['right']);
      break;
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'AwaitExpression':
      put(node['expression']);
      break;
    case 'BlockStatement':
      cuts.push({ start: node.start, end: node.end, text: code.slice(node.start + 1, node.end - 1).trim() });
      break;
    case 'TryStatement':
      put(node['block']);
      break;
    case 'MemberExpression':
      if (
        code.slice(node.start, node.end) === 'window.swan' ||
        code.slice(node.start, node.end) === 'globalThis.swan'
      ) {
        cuts.push({ start: node.start, end: node.end, text: 'swan' });
      }
      break;
    case 'CallExpression':
      for (const argument of node['arguments'] as Node[]) put(argument);
      break;
    case 'ArrowFunctionExpression':
      put(node['body']);
      break;
  }
  for (const [key, value] of Object.entries(node)) {
    if (key === 'loc' || key.endsWith('Comments')) continue;
    if (Array.isArray(value)) {
      const list = value.filter(isNode);
      if (key === 'body') for (const one of list) cuts.push({ start: one.start, end: one.end, text: '' });
      else if (/^(?:declarations|properties|elements|params|arguments|specifiers)$/.test(key)) items(list, cuts);
      for (const one of list) visit(one, code, cuts);
    } else if (isNode(value)) visit(value, code, cuts);
  }
}

/** An item of a list goes with its comma. */
function items(list: readonly Node[], cuts: Cut[]): void {
  for (const [i, item] of list.entries()) {
    // A call keeps what it sends, so that it shows.
    if ((item['key'] as { name?: string } | undefined)?.name === 'url') continue;
    const next = list[i + 1];
    const before = list[i - 1];
    if (next) cuts.push({ start: item.start, end: next.start, text: '' });
    else if (before) cuts.push({ start: before.end, end: item.end, text: '' });
    else if (item.type !== 'ObjectExpression') cuts.push({ start: item.start, end: item.end, text: '' });
  }
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { type?: unknown }).type === 'string' &&
    'start' in value
  );
}
