// In: a syntax tree as plain nodes. Out: the names that the file binds or refers to, and names that are free.
// Property names and labels do not count. Knows nothing of scopes: a name used anywhere is taken everywhere.

interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

export interface Names {
  /** `wanted`, or `wanted` with a number: a name that is not taken. It is not taken by this. */
  find(wanted: string): string;
  /** `wanted`, else one of `others`, else `wanted` with a number: the first that is not taken. It is taken from then on. */
  claim(wanted: string, ...others: string[]): string;
}

/** The names in `tree` that are variables of some scope, or references to one. */
export function namesIn(tree: unknown): Set<string> {
  const names = new Set<string>();
  visit(tree, names);
  return names;
}

export function claimNames(taken: ReadonlySet<string>): Names {
  const used = new Set(taken);
  const find = (wanted: string): string => {
    if (!used.has(wanted)) return wanted;
    let n = 2;
    while (used.has(`${wanted}${n}`)) n++;
    return `${wanted}${n}`;
  };
  return {
    find,
    claim(wanted, ...others) {
      const name = [wanted, ...others].find((one) => !used.has(one)) ?? find(wanted);
      used.add(name);
      return name;
    },
  };
}

const skipped = new Set([
  'loc',
  'extra',
  'leadingComments',
  'trailingComments',
  'innerComments',
  'comments',
  'errors',
  'tokens',
]);

function visit(value: unknown, names: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, names);
  } else if (isNode(value)) {
    if ((value.type === 'Identifier' || value.type === 'JSXIdentifier') && typeof value['name'] === 'string') {
      names.add(value['name']);
    }
    const plainKey = hasPlainKey(value);
    for (const key of Object.keys(value)) {
      if (skipped.has(key) || key === plainKey) continue;
      const child = value[key];
      if (typeof child === 'object' && child !== null) visit(child, names);
    }
  }
}

/** The field that holds a mere property name or label, not a variable. */
function hasPlainKey(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return node['computed'] === true ? undefined : 'property';
    case 'ObjectProperty':
      // A shorthand's value is the same identifier and counts.
      return node['computed'] === true ? undefined : 'key';
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassProperty':
    case 'ClassAccessorProperty':
      return node['computed'] === true ? undefined : 'key';
    case 'TSQualifiedName':
      return 'right';
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return 'label';
    default:
      return undefined;
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
