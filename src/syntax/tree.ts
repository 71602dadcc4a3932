// In: a syntax tree and its text. Out: where a word stands in the tree, and the way up from there.
// Goes down only to the places asked for; a file in which many words are asked for is indexed once, whole.
// Knows nothing of scopes and nothing of swan.

import type { File, Node, Program, StringLiteral } from '@babel/types';
import { holdsAny } from '../text/sorted.ts';
import { eachChild } from './children.ts';

export type { Node } from '@babel/types';

export interface Link {
  readonly parent: Node;
  readonly key: string;
  /** Within a list. */
  readonly index?: number;
}

export interface Tree {
  readonly program: Program;
  readonly text: string;
  /** The way up; absent for the program. Throws when the node is not in the tree. */
  link(node: Node): Link | undefined;
  parent(node: Node): Node | undefined;
  /** Identifiers of that name, and string literals that are that word, in source order. */
  occurrences(word: string): readonly Node[];
  /** The string literals that begin with these characters as they are written, behind the quote, in source order. */
  literalsWith(beginning: string): readonly StringLiteral[];
  /** False when no `word =` and no `word: type =` stands in the text, so no initialiser can be found for it. */
  mayBeInitialised(word: string): boolean;
  /** Calls `visit` for the node and everything below; `false` from it leaves what is below out. */
  walk(node: Node, visit: (node: Node) => boolean | void): void;
}

export function startOf(node: Node): number {
  return node.start ?? 0;
}

export function endOf(node: Node): number {
  return node.end ?? 0;
}

/** Where a node's text begins for a descent: decorators may lie before the class that they belong to. */
export function reachOf(node: Node): number {
  const start = startOf(node);
  if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') return start;
  const first = node.decorators?.[0];
  return first ? Math.min(start, startOf(first)) : start;
}

/** An escape that spells a letter, a digit, `_` or `$`: others stand in no word that is asked for. */
const wordEscape = /\\u(?:\{|00(?:24|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\da]))/i;

/** About how many characters of text stand behind one node. Going down more often than that, one walk is cheaper. */
const charactersPerNode = 12;

/** How many characters of text are searched for a word in the time that one node takes. */
const charactersPerSearchStep = 500;

export function createTree(ast: File, text: string): Tree {
  return new SearchedTree(ast.program, text);
}

/**
 * Where a node is told its parent. In a map of all nodes it costs a quarter of a parse: such a map is large and moves as it grows, and
 * while it is not collected it holds the whole tree. Whoever walks over the fields of a node does not see a symbol.
 */
const parentKey = Symbol('parent');

type Linked = Node & { [parentKey]?: Node };

class SearchedTree implements Tree {
  readonly program: Program;
  readonly text: string;
  readonly #links = new Map<Node, Link>();
  readonly #found = new Map<string, Node[]>();
  /** Escapes hide a word from a search of the text. */
  readonly #hasEscapes: boolean;
  #index: Map<string, Node[]> | undefined;
  #budget: number;

  constructor(program: Program, text: string) {
    this.program = program;
    this.text = text;
    this.#hasEscapes = text.includes('\\u') && wordEscape.test(text);
    this.#budget = this.#hasEscapes ? 0 : text.length / charactersPerNode;
  }

  link(node: Node): Link | undefined {
    const parent = this.parent(node);
    if (!parent) return undefined;
    const known = this.#links.get(node);
    if (known) return known;
    const link = linkTo(node, parent);
    this.#links.set(node, link);
    return link;
  }

  parent(node: Node): Node | undefined {
    if (node === this.program) return undefined;
    const known = (node as Linked)[parentKey];
    if (known) return known;
    this.#descend([startOf(node)], () => undefined);
    const reached = (node as Linked)[parentKey];
    if (!reached) throw new Error(`${node.type} at ${startOf(node)} is not in the tree`);
    return reached;
  }

  occurrences(word: string): readonly Node[] {
    let nodes = this.#found.get(word);
    if (!nodes) {
      nodes = this.#index ? (this.#index.get(word) ?? []) : this.#search(word);
      this.#found.set(word, nodes);
    }
    return nodes;
  }

  literalsWith(beginning: string): readonly StringLiteral[] {
    const offsets: number[] = [];
    const { text } = this;
    for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
      const before = text.charAt(at - 1);
      if (before === "'" || before === '"') offsets.push(at - 1);
    }
    const literals: StringLiteral[] = [];
    if (offsets.length === 0) return literals;
    this.#descend(offsets, (node) => {
      const begins = node.type === 'StringLiteral' && holdsAny(offsets, startOf(node), startOf(node) + 1);
      if (begins) literals.push(node);
    });
    return literals.sort((a, b) => startOf(a) - startOf(b));
  }

  mayBeInitialised(word: string): boolean {
    if (this.#hasEscapes) return true;
    const places = this.#index ? (this.#index.get(word) ?? []).map(startOf) : this.#offsetsIn(word);
    return places.some((offset) => {
      let at = offset + word.length;
      while (isSpace(this.text.charCodeAt(at))) at++;
      const next = this.text.charAt(at);
      return next === '/' || next === ':' || next === '!' || (next === '=' && !/[=>]/.test(this.text.charAt(at + 1)));
    });
  }

  walk(from: Node, visit: (node: Node) => boolean | void): void {
    const stack: Node[] = [from];
    const below: Node[] = [];
    let parent = from;
    // The whole tree is in the index already.
    const note = this.#index
      ? (child: Node): void => void below.push(child)
      : (child: Node): void => {
          (child as Linked)[parentKey] = parent;
          below.push(child);
        };
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (visit(node) === false) continue;
      parent = node;
      below.length = 0;
      eachChild(node, note);
      for (let i = below.length - 1; i >= 0; i--) {
        const child = below[i];
        if (child) stack.push(child);
      }
    }
  }

  #offsetsIn(word: string): number[] {
    this.#budget -= this.text.length / charactersPerSearchStep;
    return offsetsOf(this.text, word);
  }

  #search(word: string): Node[] {
    if (this.#budget <= 0) {
      this.#index = this.#indexAll();
      return this.#index.get(word) ?? [];
    }
    const offsets = this.#offsetsIn(word);
    const nodes: Node[] = [];
    if (offsets.length > 0) this.#descend(offsets, (node) => void (wordOf(node) === word && nodes.push(node)));
    return nodes.sort((a, b) => startOf(a) - startOf(b));
  }

  #descend(offsets: readonly number[], visit: (node: Node) => void): void {
    const stack: Node[] = [this.program];
    let parent: Node = this.program;
    const note = (child: Node): void => {
      if (!holdsAny(offsets, reachOf(child), endOf(child))) return;
      (child as Linked)[parentKey] = parent;
      stack.push(child);
    };
    for (let node = stack.pop(); node; node = stack.pop()) {
      this.#budget--;
      visit(node);
      parent = node;
      eachChild(node, note);
    }
  }

  #indexAll(): Map<string, Node[]> {
    const all = new Map<string, Node[]>();
    this.walk(this.program, (node) => {
      const word = wordOf(node);
      if (word === undefined) return;
      const list = all.get(word);
      if (list) list.push(node);
      else all.set(word, [node]);
    });
    for (const list of all.values()) list.sort((a, b) => startOf(a) - startOf(b));
    return all;
  }
}

function linkTo(node: Node, parent: Node): Link {
  let link: Link | undefined;
  eachChild(parent, (child, key, index) => {
    if (child === node) link ??= index === undefined ? { parent, key } : { parent, key, index };
  });
  if (!link) throw new Error(`${node.type} at ${startOf(node)} is not below its ${parent.type}`);
  return link;
}

function wordOf(node: Node): string | undefined {
  switch (node.type) {
    case 'Identifier':
    case 'JSXIdentifier':
      return node.name;
    case 'StringLiteral':
      return node.value.length < 40 ? node.value : undefined;
    case 'TemplateElement':
      return node.value.cooked ?? undefined;
    default:
      return undefined;
  }
}

function offsetsOf(text: string, word: string): number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isWordPart(text.charCodeAt(at - 1)) && !isWordPart(text.charCodeAt(at + word.length))) offsets.push(at);
  }
  return offsets;
}

/** ASCII only: what lies beyond may be part of an identifier or not, and the tree will tell. */
function isWordPart(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x5f ||
    code === 0x24
  );
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0xfeff;
}
