// In: code that no edit reaches. Out: what of it can be left out without a trace for what stands around it: runs of statements
// that declare nothing outside of themselves, and bodies of functions. An empty block can stand in the place of each.
// Knows nothing of the edits, and nothing of swan.

import { holdsAny } from '../text/sorted.ts';
import type { Span } from '../text/text.ts';
import { eachChild } from './children.ts';
import { spanOf, spanOver } from './positions.ts';
import { isFunction } from './scopes.ts';
import { endOf, startOf, type Node } from './tree.ts';

/** What is shorter costs less to parse than to look at. */
const leastHollow = 40;

export class Hollows {
  readonly #found: Span[] = [];
  readonly #text: string;
  #keywords: Keywords | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get found(): readonly Span[] {
    return this.#found;
  }

  /** Forgets what was found since there were so many. */
  backTo(count: number): void {
    this.#found.length = count;
  }

  /** Looks for hollows in all that lies below a node. */
  in(node: Node): void {
    const stack = [node];
    const note = (child: Node): void => void (lengthOf(child) >= leastHollow && stack.push(child));
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (isFunction(next) && next.body.type === 'BlockStatement') {
        // Of what stands in a head only a default can be long.
        for (const param of next.params) note(param);
        if (lengthOf(next.body) >= leastHollow) this.#found.push(spanOf(next.body));
        continue;
      }
      const statements = statementsOf(next);
      if (!statements) eachChild(next, note);
      else for (const kept of this.among(statements, () => true)) stack.push(kept);
    }
  }

  /** Finds the runs in a list of statements, of those that may go; gives back what stays. */
  among(statements: readonly Node[], mayGo: (statement: Node) => boolean, onHollow?: (at: Span) => void): Node[] {
    const kept: Node[] = [];
    let run: Node[] = [];
    const close = (): void => {
      const at = spanOver(run);
      if (at.end - at.start < leastHollow) kept.push(...run);
      else {
        this.#found.push(at);
        onHollow?.(at);
      }
      run = [];
    };
    for (const [index, statement] of statements.entries()) {
      const isRun = run.length > 0 || this.#canBegin(statements[index - 1]);
      if (isRun && mayGo(statement) && this.#canGo(statement)) run.push(statement);
      else {
        close();
        kept.push(statement);
      }
    }
    close();
    return kept;
  }

  /** A block behind it is one of its own, without a semicolon in between too. */
  #canBegin(before: Node | undefined): boolean {
    return !before || endings.has(before.type) || this.#text[endOf(before) - 1] === ';';
  }

  /** It declares nothing outside of itself: what is in doubt stays. */
  #canGo(statement: Node): boolean {
    const [start, end] = [startOf(statement), endOf(statement)];
    if (plain.has(statement.type)) {
      // `x = do { var a; }`
      const { does, declares } = (this.#keywords ??= keywordsIn(this.#text));
      return !holdsAny(does, start, end) || !holdsAny(declares, start, end);
    }
    // `if (x) { var a; }`, `if (x) function f() {}`
    return compound.has(statement.type) && !holdsAny((this.#keywords ??= keywordsIn(this.#text)).declares, start, end);
  }
}

/** Where a list of statements stands, those of its nodes that are. */
export function statementsOf(node: Node): readonly Node[] | undefined {
  switch (node.type) {
    case 'Program':
    case 'BlockStatement':
    case 'StaticBlock':
    case 'TSModuleBlock':
      return node.body;
    case 'SwitchCase':
      return node.consequent;
    default:
      return undefined;
  }
}

const plain = new Set([
  'ExpressionStatement',
  'ReturnStatement',
  'ThrowStatement',
  'BreakStatement',
  'ContinueStatement',
  'EmptyStatement',
  'DebuggerStatement',
]);

const compound = new Set([
  'BlockStatement',
  'IfStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
  'TryStatement',
  'SwitchStatement',
]);

/** `declare function f(): void` goes on with a block. */
const endings = new Set([
  ...plain,
  ...compound,
  'VariableDeclaration',
  'FunctionDeclaration',
  'ClassDeclaration',
  'ImportDeclaration',
]);

interface Keywords {
  readonly declares: readonly number[];
  readonly does: readonly number[];
}

/** In strings and comments too: what is taken for a keyword and is none keeps more than it has to. */
function keywordsIn(text: string): Keywords {
  const declares: number[] = [];
  const does: number[] = [];
  for (const { 0: word, index } of text.matchAll(/\b(?:var|function|do)\b/g)) {
    (word === 'do' ? does : declares).push(index);
  }
  return { declares, does };
}

function lengthOf(node: Node): number {
  return endOf(node) - startOf(node);
}
