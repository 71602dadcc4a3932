// In: nothing. Out: the types of what resolving finds: calls, values, guards, aliases, types and what is kept.
// All of it but the two nodes of a site is plain data.

import type { CallExpression, OptionalCallExpression } from '@babel/types';
import type { ApiName, TaskName } from '../apis.ts';
import type { Details } from '../diagnostics.ts';
import type { Through } from '../ir.ts';
import type { Span } from '../text.ts';
import type { Names } from './names.ts';
import type { Node, Tree } from './tree.ts';

/** A call of a network API. */
export interface CallSite {
  readonly api: ApiName;
  readonly through: Through;
  /** The call expression. */
  readonly at: Span;
  readonly node: CallExpression | OptionalCallExpression;
  /** The callee with its parentheses and casts. */
  readonly callee: Node;
  /** What the API hangs on (`swan`, `window.swan`, `s`), absent when it was reached through a plain name. */
  readonly object?: Node;
}

/** A network API that is passed on, stored, bound or returned. */
export interface ValueSite {
  readonly api: ApiName;
  readonly through: Through;
  readonly at: Span;
  /** `swan` as the first argument of `.bind`, `.call` or `.apply`. */
  readonly receiver?: Span;
  /** It stands as `{ request }`: new text must say `request: …`. */
  readonly isShorthand?: boolean;
  /** The member that is read off it, where functions as such have none of that name. */
  readonly member?: string;
}

export type KeptCode =
  | 'dynamic-name'
  | 'api-assigned'
  | 'swan-after'
  | 'alias-reassigned'
  | 'swan-escapes'
  | 'with-statement'
  | 'direct-eval'
  | 'mixed-host'
  | 'scope-unclear';

/** Why a place has to stay as it is. */
export type Reason = { readonly [C in KeptCode]: { readonly code: C; readonly details: Details[C] } }[KeptCode];

/** A place that stays as it is. `*` where it is not known which API is meant, or all of them are. */
export type KeptSite = Reason & { readonly api: ApiName | '*'; readonly at: Span };

/** A test whether swan, or one of its network APIs, is there. */
export interface Guard {
  /** `compare` is a comparison with null or undefined, `test` a place where only truth counts. */
  readonly kind: 'typeof' | 'compare' | 'test' | 'in' | 'canIUse';
  /** The smallest expression that holds the answer: `typeof swan !== 'undefined'`, `swan.request`, `'request' in swan`. */
  readonly at: Span;
  /** Where swan is named in it, the global object in front of it included. */
  readonly swan?: Span;
  /** `*` for swan itself. */
  readonly api: ApiName | '*';
  /** What the expression is while swan is there: true or false where that can be told (for `test`, whether it is truthy). */
  readonly present?: boolean;
  /** The network calls and values that run only while swan is there, as far as that can be seen. */
  readonly protects: readonly Span[];
  /** How many other uses of swan run only then. */
  readonly others: number;
}

/** A name that stands for swan, for one of its APIs, or for another of its members. */
export interface AliasName {
  readonly name: string;
  readonly stands: 'swan' | ApiName | 'other';
  /** The binding identifier. */
  readonly at: Span;
  /** The property of a pattern, or the identifier. */
  readonly property: Span;
  /** The member that is taken, for a pattern: `uploadFile` in `{ uploadFile: up }`. */
  readonly member?: string;
  readonly hasDefault: boolean;
}

export interface AliasReference {
  readonly name: string;
  /** The identifier. */
  readonly at: Span;
  readonly use: Use;
}

/** What a reference to swan, or to an API, is used for. */
export type Use =
  | { readonly kind: 'call' | 'value' | 'guard' | 'kept'; readonly api: ApiName | '*'; readonly at: Span }
  | { readonly kind: 'alias'; readonly at: Span }
  | { readonly kind: 'export'; readonly at: Span }
  | { readonly kind: 'receiver'; readonly at: Span }
  | { readonly kind: 'other'; readonly at: Span; readonly member?: string };

/** A place where swan, members of it, or one API are given another name. */
export interface AliasDeclaration {
  /**
   * `object`: `const s = swan`. `destructured`: `const { request } = swan`. `value`: `const r = swan.request`.
   * `argument`: the parameter of a function that is called on the spot. `import`: a name from another module.
   */
  readonly kind: 'object' | 'destructured' | 'value' | 'argument' | 'import';
  /** What the source is. `host`: the names are taken out of `window` and the like; `module`: out of another module. */
  readonly of: 'swan' | 'host' | 'module' | ApiName;
  /** The initialiser or argument: `swan`, `window.swan`, `swan.request`. */
  readonly source: Span;
  /** The statement; of an argument, the call. */
  readonly declaration: Span;
  /** The declarator, the assignment or the parameter. */
  readonly declarator: Span;
  /** The statement declares nothing else. */
  readonly isAlone: boolean;
  /** It is an assignment to a name that was declared elsewhere. */
  readonly isAssignment: boolean;
  readonly names: readonly AliasName[];
  readonly references: readonly AliasReference[];
  readonly isExported: boolean;
  /** Nothing but network APIs is taken, and no rest. */
  readonly isNetworkOnly: boolean;
}

/** `swan.RequestTask`, `typeof swan.request` in a type. */
export interface TypeReference {
  /** The member, dots included; empty for `typeof swan`. */
  readonly name: string;
  readonly at: Span;
  readonly task?: TaskName;
  /** For `typeof swan.request`. */
  readonly api?: ApiName;
  readonly isTypeof: boolean;
}

/** What tells a checker or a linter that swan exists. */
export interface SwanDeclaration {
  readonly kind: 'ambient' | 'global-comment' | 'type-import';
  readonly at: Span;
}

/** A module gives swan, or one of its APIs, to others. */
export interface ExportSite {
  /** `default`, a name, or `=` for `module.exports` itself. */
  readonly name: string;
  readonly stands: 'swan' | ApiName;
  readonly at: Span;
}

/** What the other modules of a project hand over, as the modules are named in this file. */
export interface Facts {
  readonly modules: ReadonlyMap<string, ModuleFacts>;
  /** The APIs that some file of the project assigns to; `*` for all. */
  readonly assigned?: ReadonlySet<ApiName | '*'>;
}

export interface ModuleFacts {
  /** By export name; `=` is `module.exports` itself. */
  readonly exports: ReadonlyMap<string, 'swan' | ApiName>;
}

export interface Resolution {
  readonly calls: readonly CallSite[];
  readonly values: readonly ValueSite[];
  readonly kept: readonly KeptSite[];
  readonly guards: readonly Guard[];
  readonly aliases: readonly AliasDeclaration[];
  readonly types: readonly TypeReference[];
  readonly declarations: readonly SwanDeclaration[];
  /** The names that comments declare to linters as globals. */
  readonly globals: ReadonlySet<string>;
  readonly exports: readonly ExportSite[];
  /** The APIs that this file assigns to; `*` for all. */
  readonly assigned: ReadonlySet<ApiName | '*'>;
  /** The other members of swan that are used, with how often. */
  readonly others: ReadonlyMap<string, number>;
  readonly tree: Tree;
  readonly names: Names;
}
