// In: nothing. Out: the types of what resolving finds: calls, values, guards, aliases, types and what is kept.
// All of it but the two nodes of a site is plain data.

import type { CallExpression, OptionalCallExpression } from '@babel/types';
import type { ApiName, TaskName } from '../apis.ts';
import type { Details } from '../diagnostics/diagnostics.ts';
import type { Exit, LinePlace, Through } from '../ir.ts';
import type { Span } from '../text/text.ts';
import type { Binding, Bindings } from '../syntax/bindings.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import type { Condition, Guard } from './tests.ts';
import type { Certain } from './values.ts';

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
  /** A member is written to it. */
  readonly isGivenMember?: boolean;
}

export type KeptCode =
  | 'dynamic-name'
  | 'api-assigned'
  | 'api-compared'
  | 'bind-operator'
  | 'built-for-swan'
  | 'callee-effect'
  | 'swan-handed'
  | 'swan-replaced'
  | 'swan-after'
  | 'alias-reassigned'
  | 'swan-escapes'
  | 'with-statement'
  | 'direct-eval'
  | 'mixed-host'
  | 'scope-unclear';

/** Why a place has to stay as it is. */
export type KeptReason = { readonly [C in KeptCode]: { readonly code: C; readonly details: Details[C] } }[KeptCode];

/** A place that stays as it is. `*` where it is not known which API is meant, or all of them are. */
export type KeptSite = KeptReason & { readonly api: ApiName | '*'; readonly at: Span };

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
  /** It is exported, where it is declared or by name. */
  readonly isExported: boolean;
  /** Something else is written to it as well: its declaration has to stay. */
  readonly isWritten: boolean;
  /** Why what is exported has to stay swan's own. */
  readonly kept?: KeptReason;
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
   * `argument`: the parameter of a function of the file. `import`: a name from another module.
   */
  readonly kind: 'object' | 'destructured' | 'value' | 'argument' | 'import';
  /** What the source is. `host`: the names are taken out of `window` and the like; `module`: out of another module. */
  readonly of: 'swan' | 'host' | 'module' | ApiName;
  /** The initialiser or argument: `swan`, `window.swan`, `swan.request`. */
  readonly source: Span;
  /** Evaluating the source does more than give its value: it calls, assigns, or loads a module. */
  readonly hasEffect: boolean;
  /** What of the source stands for the value and does nothing, where it does something first: `swan` in `(log(), swan)`. */
  readonly value?: Span;
  /** The source is what it is said to be whatever way the program takes. */
  readonly isCertain: boolean;
  /** The statement; of an argument, the call. */
  readonly declaration: Span;
  /** The declarator, the assignment or the parameter. */
  readonly declarator: Span;
  /** The declarators of the statement, the parameters of the function: what the declarator stands among. */
  readonly list: readonly Span[];
  /** Of an argument, the arguments of its call. */
  readonly arguments?: readonly Span[];
  /** Of an argument: the parameter stands without parentheses, `host => …`. */
  readonly hasBareParameter: boolean;
  /** The statement declares nothing else. */
  readonly isAlone: boolean;
  /** Among other statements, as the body of an `if` or a loop, in the head of a loop, or within an expression. */
  readonly standsAs: 'statement' | 'body' | 'head' | 'expression';
  /** Where the next statement begins, when without this one it would go on with the one before. */
  readonly semicolonAt?: number;
  /** It is an assignment to a name that was declared elsewhere. */
  readonly isAssignment: boolean;
  /** The assignment's value is used as well. */
  readonly isPassedOn: boolean;
  /** What that value is used for. */
  readonly passedOn?: Pick<AliasReference, 'at' | 'use'>;
  /** Those that give a value to the same names have the same number. */
  readonly group: number;
  readonly names: readonly AliasName[];
  readonly references: readonly AliasReference[];
  readonly isExported: boolean;
  /** Nothing but network APIs is taken, and no rest. */
  readonly isNetworkOnly: boolean;
  /** Something goes from it where it is not followed: a rest takes all that is left, a member or a list takes a part. */
  readonly isOpen: boolean;
  /** Without swan the pattern throws: it takes swan itself apart. */
  readonly needsSwan: boolean;
  /** A direct eval sees the names: nobody knows what it does with them. */
  readonly isSeenByEval: boolean;
}

/** An alias while it is followed. */
export interface AliasDraft {
  readonly kind: AliasDeclaration['kind'];
  readonly of: Certain;
  /** The place that the value comes from. */
  readonly origin: Node;
  readonly source: Node;
  readonly declarator: Node;
  readonly call?: Node;
  readonly isAssignment: boolean;
  readonly isPassedOn: boolean;
  readonly names: DraftName[];
  readonly isExported?: boolean;
  isNetworkOnly: boolean;
  isOpen: boolean;
  needsSwan: boolean;
}

export interface DraftName {
  readonly id: Node & { readonly type: 'Identifier' };
  readonly property: Node;
  readonly stands: AliasName['stands'];
  readonly member?: string;
  readonly hasDefault: boolean;
  readonly binding?: Binding;
}

/** Where something else takes, or may take, the place of an API for the whole program. */
export interface Interceptor {
  readonly code: 'api-assigned' | 'swan-after' | 'swan-replaced' | 'swan-handed';
  /** `*` for every API. */
  readonly api: ApiName | '*';
  readonly at: Span;
  /** For `swan-handed`. */
  readonly how?: Exit;
}

/** An interceptor, as other files are told of it. */
export interface SeenInterceptor extends Omit<Interceptor, 'at'> {
  readonly place: LinePlace;
}

/** A write to what another module exports. */
export interface HandedWrite {
  readonly specifier: string;
  /** The path of the export. */
  readonly name: string;
  readonly at: Span;
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
  /** What importers get may be something else as well, or nothing. */
  readonly isMixed?: boolean;
}

export type Exported = Pick<ExportSite, 'stands' | 'isMixed'>;

/** What the other modules of a project hand over, as the modules are named in this file. */
export interface Facts {
  readonly modules: ReadonlyMap<string, ModuleFacts>;
  /** What other files of the project put, or may put, in the place of swan's APIs. */
  readonly interceptors?: readonly SeenInterceptor[];
  /** Some file of the project stores or returns swan: what is not followed may be swan in any of them. */
  readonly isLetGo?: boolean;
  /** Names of the file that its template may use, where it sees them: what it does with them is not followed. */
  readonly templateWords?: ReadonlySet<string>;
}

export interface ModuleFacts {
  /** By export name; `=` is `module.exports` itself. */
  readonly exports: ReadonlyMap<string, Exported>;
  /** The paths by which swan may be got from it, besides. */
  readonly handsOut?: ReadonlySet<string>;
}

export interface Resolution {
  readonly calls: readonly CallSite[];
  readonly values: readonly ValueSite[];
  readonly kept: readonly KeptSite[];
  readonly guards: readonly Guard[];
  /** The tests that guards are part of. */
  readonly conditions: readonly Condition[];
  readonly aliases: readonly AliasDeclaration[];
  readonly types: readonly TypeReference[];
  readonly declarations: readonly SwanDeclaration[];
  /** The names that comments declare to linters as globals. */
  readonly globals: ReadonlySet<string>;
  readonly exports: readonly ExportSite[];
  /** The paths by which importers may get swan from what the file exports, besides those. */
  readonly handedOut: ReadonlySet<string>;
  readonly interceptors: readonly Interceptor[];
  /** Writes to what other modules export. */
  readonly writes: readonly HandedWrite[];
  /** Places that name swan and reach nothing through it: `a === swan`, `console.log(swan)`. */
  readonly bare: readonly Span[];
  /** The other members of swan that are used, and where. */
  readonly others: ReadonlyMap<string, readonly Span[]>;
  readonly tree: Tree;
  readonly names: Bindings;
}
