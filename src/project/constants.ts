// In: an expression in a file of the program. Out: the text that it begins with, constants of other modules and of objects
// included, where every place that could change them is seen and none does.
// Good for what a report says; what is rewritten rests on the file alone. Knows nothing of swan.

import path from 'node:path';
import { isParseFailure, parse } from '../syntax/parse.ts';
import type { ParsedTexts } from '../syntax/parsed-texts.ts';
import { findConstant, findMember, skipParentheses } from '../syntax/constant.ts';
import { findExport, isExportedName } from '../syntax/export-places.ts';
import { createBindings, type Binding } from '../syntax/bindings.ts';
import { climbParentheses, spanOf } from '../syntax/positions.ts';
import { createTree, type Node } from '../syntax/tree.ts';
import type { Span } from '../text/text.ts';
import { findExportedValues, type Given, type Module } from './exported-values.ts';
import { importsFrom } from './import-places.ts';
import type { Modules } from './modules.ts';
import { mayChange } from './object-uses.ts';
import { answerTo, frozenBy, importedBy, memberInLiteral, memberRead, pathTo, requiredBy } from './value-steps.ts';

/** The text that a string begins with. */
export interface StartOfText {
  readonly text: string;
  /** Nothing follows. */
  readonly isWhole: boolean;
}

export interface Constants {
  startOf(file: string, at: Span): StartOfText | undefined;
  /** Another module was needed, and there was no way to find it. */
  readonly lacksModules: boolean;
}

type Path = readonly string[];

/** What one expression may take to follow: constants that double from name to name are not worth it. */
const mostSteps = 500;

/** So many trees are held at a time. */
const mostModules = 40;

const noModules: Modules = { importersOf: () => new Map(), importsOf: () => [], targetOf: () => undefined };

export interface ReadableFiles {
  readonly files: readonly string[];
  readonly read: (file: string) => string | undefined;
  readonly texts: ParsedTexts;
}

/** Finding modules is dear, so it may be left out until it is known to be needed. */
export function createConstants(files: ReadableFiles, modules?: Modules): Constants {
  return new ProgramConstants(files, modules);
}

class ProgramConstants implements Constants {
  lacksModules = false;
  readonly #files: ReadonlySet<string>;
  readonly #read: ReadableFiles['read'];
  readonly #texts: ParsedTexts;
  readonly #search: Modules | undefined;
  readonly #modules = new Map<string, Module | undefined>();
  readonly #changed = new Map<string, boolean>();
  #steps = 0;

  constructor({ files, read, texts }: ReadableFiles, search: Modules | undefined) {
    this.#files = new Set(files);
    this.#read = read;
    this.#texts = texts;
    this.#search = search;
  }

  startOf(file: string, { start, end }: Span): StartOfText | undefined {
    const module = this.#load(path.normalize(file));
    if (!module) return undefined;
    const { tree } = module;
    let found: Node | undefined;
    tree.walk(tree.program, (node) => {
      const own = spanOf(node);
      if (own.start === start && own.end === end) found ??= node;
      return !found && (node.type === 'Program' || (own.start <= start && end <= own.end));
    });
    this.#steps = 0;
    return found && this.#valueOf(module, found, []);
  }

  /** Those that were asked for last are kept: what is imported everywhere, and not the tree of every file. */
  #load(file: string): Module | undefined {
    if (this.#modules.has(file)) {
      const known = this.#modules.get(file);
      this.#modules.delete(file);
      this.#modules.set(file, known);
      return known;
    }
    const [oldest] = this.#modules.size < mostModules ? [] : this.#modules.keys();
    if (oldest !== undefined) this.#modules.delete(oldest);
    const text = this.#read(file);
    const unit = text === undefined ? undefined : this.#texts.of(text, file, parse);
    let module: Module | undefined;
    if (unit && !isParseFailure(unit)) {
      const tree = createTree(unit.ast, unit.text);
      module = { file, isEsm: unit.module === 'esm', tree, names: createBindings(tree, unit.strict, false) };
    }
    this.#modules.set(file, module);
    return module;
  }

  /** What lies at a path in the value of an expression. */
  #valueOf(module: Module, node: Node, at: Path): StartOfText | undefined {
    if (++this.#steps > mostSteps) return undefined;
    const inner = skipParentheses(node);
    const known = at.length === 0 ? findConstant(inner, module.names) : undefined;
    if (known) return textOf(known.value);
    switch (inner.type) {
      case 'Identifier':
        return this.#named(module, inner, at);
      case 'MemberExpression':
      case 'OptionalMemberExpression': {
        const name = findMember(inner, module.names);
        return name === undefined ? undefined : this.#valueOf(module, inner.object, [name, ...at]);
      }
      case 'CallExpression': {
        const frozen = frozenBy(module, inner);
        if (frozen) return this.#valueOf(module, frozen, at);
        const specifier = requiredBy(module, inner);
        return specifier === undefined ? undefined : this.#exported(module.file, specifier, at);
      }
      case 'ObjectExpression': {
        const value = memberInLiteral(module, inner, at[0]);
        return value && this.#valueOf(module, value, at.slice(1));
      }
      case 'ConditionalExpression': {
        const answer = answerTo(module, inner.test);
        return answer === undefined
          ? undefined
          : this.#valueOf(module, answer ? inner.consequent : inner.alternate, at);
      }
      case 'TemplateLiteral':
        return at.length === 0 ? this.#template(module, inner) : undefined;
      case 'BinaryExpression': {
        if (at.length > 0 || inner.operator !== '+') return undefined;
        const left = this.#valueOf(module, inner.left, []);
        return left?.isWhole ? append(left.text, this.#valueOf(module, inner.right, [])) : left;
      }
      default:
        return undefined;
    }
  }

  #template(module: Module, { quasis, expressions }: Node & { type: 'TemplateLiteral' }): StartOfText {
    let text = '';
    for (const [at, quasi] of quasis.entries()) {
      text += quasi.value.cooked ?? '';
      const hole = expressions[at];
      if (!hole) break;
      const next = this.#valueOf(module, hole, []);
      if (!next?.isWhole) return append(text, next);
      text += next.text;
    }
    return { text, isWhole: true };
  }

  #named(module: Module, id: Node, at: Path): StartOfText | undefined {
    const binding = module.names.bindingOf(id);
    const [declaration] = binding?.declarations ?? [];
    if (!declaration || binding?.declarations.length !== 1 || binding.writes.length > 0) return undefined;
    const imported = importedBy(module, declaration);
    if (imported) return this.#exported(module.file, imported.from, [...imported.path, ...at]);
    const { node } = declaration;
    const way = node.type === 'VariableDeclarator' && node.init ? pathTo(module, declaration) : undefined;
    if (!way || node.type !== 'VariableDeclarator' || !node.init) return undefined;
    return this.#mayBindingChange(module, binding, at) ? undefined : this.#valueOf(module, node.init, [...way, ...at]);
  }

  /** What another module exports by a path. */
  #exported(importer: string, specifier: string, wanted: Path): StartOfText | undefined {
    const target = this.#found.targetOf(importer, specifier);
    if (target === undefined || target.includes('/node_modules/')) return undefined;
    if (target.endsWith('.json')) {
      const at = wanted[0] === 'default' ? wanted.slice(1) : wanted;
      return this.#mayOthersChange(target, at) ? undefined : inJson(this.#read(target), at);
    }
    const module = this.#files.has(target) ? this.#load(target) : undefined;
    if (!module) return undefined;
    // A default import of a CommonJS module is its `module.exports`.
    const at = !module.isEsm && wanted[0] === 'default' ? wanted.slice(1) : wanted;
    if (this.#mayOthersChange(target, at)) return undefined;
    const values = findExportedValues(module, at).flatMap((given) => this.#given(module, given) ?? []);
    return values.length === 1 ? values[0] : undefined;
  }

  #given(module: Module, given: Given): StartOfText | undefined {
    return 'from' in given
      ? this.#exported(module.file, given.from, given.path)
      : this.#valueOf(module, given.node, given.path);
  }

  get #found(): Modules {
    this.lacksModules ||= !this.#search;
    return this.#search ?? noModules;
  }

  /** Some use of a name may change what lies at a path in the object that it names. */
  #mayBindingChange(module: Module, binding: Binding, at: Path): boolean {
    if (at.length === 0) return false;
    if (isExportedName(module.tree, binding) && this.#mayOthersChange(module.file, [binding.name, ...at])) return true;
    return binding.reads.some((read) => this.#mayChange(module, read, at));
  }

  #mayChange(module: Module, place: Node, at: Path): boolean {
    const exported = findExport(module.tree, module.names, climbParentheses(module.tree, place));
    if (exported === undefined) {
      const member = memberRead(module, place, at[0]);
      return member ? this.#mayChange(module, member, at.slice(1)) : mayChange(module, place, at);
    }
    const way = exported === '=' ? [] : exported.split('.');
    return this.#mayOthersChange(module.file, [...way, ...at]);
  }

  /** Some file that imports a module may change what lies at a path in its exports. */
  #mayOthersChange(file: string, at: Path): boolean {
    const key = [file, ...at].join('\0');
    const known = this.#changed.get(key);
    if (known !== undefined) return known;
    // Where files import each other the way back adds nothing.
    this.#changed.set(key, false);
    const answer = this.#findChange(file, at);
    this.#changed.set(key, answer);
    return answer;
  }

  #findChange(file: string, at: Path): boolean {
    const isEsm = this.#files.has(file) && this.#load(file)?.isEsm === true;
    // What an ES module exports cannot be assigned from outside; the objects among it can be changed.
    if (at.length === 0 || (isEsm && at.length === 1)) return false;
    for (const [importer, specifiers] of this.#found.importersOf([file])) {
      const module = this.#load(importer);
      if (!module) return true;
      for (const { place, path: way, handsOnAs } of importsFrom(module, new Set(specifiers.keys()), isEsm)) {
        if (!way.every((name, i) => name === at[i])) continue;
        const rest = at.slice(way.length);
        if (handsOnAs ? this.#mayOthersChange(importer, [...handsOnAs, ...rest]) : this.#mayChange(module, place, rest))
          return true;
      }
    }
    return false;
  }
}

function textOf(value: unknown): StartOfText | undefined {
  return typeof value === 'string' || typeof value === 'number' ? { text: String(value), isWhole: true } : undefined;
}

function append(text: string, next: StartOfText | undefined): StartOfText {
  return { text: text + (next?.text ?? ''), isWhole: next?.isWhole ?? false };
}

function inJson(text: string | undefined, at: Path): StartOfText | undefined {
  try {
    let value: unknown = JSON.parse(text ?? '');
    for (const name of at) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
      value = Object.entries(value).find(([key]) => key === name)?.[1];
    }
    return textOf(value);
  } catch {
    return undefined;
  }
}
