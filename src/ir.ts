// The intermediate form between recognising and lowering: spans and facts, no syntax nodes.
// Written by resolve and lift, read by the targets. A target that needs a fact asks for it here and detects nothing itself.

import type { ApiName } from './apis.ts';
import type { Code, Details, Exit, LinePlace, OptionsSource } from './diagnostics/diagnostics.ts';
import type { Constant } from './syntax/constant.ts';
import type { Effect } from './resolve/effects.ts';
import type { Span } from './text/text.ts';

export type { Constant, Effect, Exit, LinePlace, OptionsSource };

/** Facts about one expression of the program, each looked for when somebody asks. */
export interface Expression {
  /** Parentheses, `as` and the like included. */
  readonly at: Span;
  /** Present when the value is known (`{ value: undefined }` is the known value undefined). */
  readonly constant: { readonly value: Constant } | undefined;
  /** Every value that it can have, where it is a choice between constants: `isNew ? 'POST' : 'PUT'`. */
  readonly choices: readonly Constant[] | undefined;
  /** Of a string that is not constant as a whole: the constant text that it starts with (`'https://example.com/list?id='`). */
  readonly prefix: string | undefined;
  readonly effect: Effect;
  /** The name that it is, when it is nothing more. */
  readonly name: string | undefined;
  /** It is a name that this file declares or imports, and nothing else in the file reads it. */
  readonly isOnlyRead: boolean;
  /** Evaluating it may throw, as far as can be told. */
  readonly mayThrow: boolean;
  /** Holds an `await` or a `yield` of the function around the call. */
  readonly suspends: boolean;
  /**
   * The value cannot change between the call and the end of its tick: constants, and strings built from
   * constants and from `const` bindings of such strings.
   */
  readonly stable: boolean;
  /** The type, when the expression alone proves it. `json`: an object or array literal that JSON cannot refuse. */
  readonly type: 'string' | 'number' | 'boolean' | 'object' | 'array' | 'function' | 'unknown';
  /** It is the empty string in a case that can be seen: as a constant, by a choice, or as a value of its variable. */
  readonly mayBeEmpty: boolean;
  /** Nothing in it can make `JSON.stringify` throw: literals, strings, comparisons, and literals of those. */
  readonly jsonSafe: boolean;
  /** Present when it is an object literal (through parentheses and `as`). */
  readonly object: ObjectLiteral | undefined;
  /** Present when it is an array literal without spreads and holes. */
  readonly array: readonly Expression[] | undefined;
  /** Present when it is a function expression or arrow (or a method of the options). */
  readonly callback: Callback | undefined;
}

export interface ObjectLiteral {
  /** From `{` to `}`. */
  readonly at: Span;
  /** In source order. */
  readonly entries: readonly OptionEntry[];
  /** Every entry is a plain `key: value`, shorthand or method with a known, unrepeated key other than `__proto__`. */
  readonly plain: boolean;
}

/** One property of an object literal. */
export interface OptionEntry {
  /** `value`: `key: v`, `'key': v`, `['key']: v`. `computed`: the key is not constant. */
  readonly form: 'value' | 'shorthand' | 'method' | 'getter' | 'setter' | 'spread' | 'computed';
  /** Absent for spreads and computed keys. */
  readonly key?: string;
  /** The key as written, quotes or brackets included; of a spread, the dots. */
  readonly keyAt: Span;
  /** The property itself: key, colon and value, no comma. */
  readonly at: Span;
  /**
   * The property with the comments that belong to it: those between the previous entry's comma (and the comment
   * behind that comma on the same line) and this entry. Starts at the first of them, ends at the property's end.
   */
  readonly block: Span;
  /** A comment behind the property's comma on the same line, or between the property and its comma; else empty, at the end. */
  readonly trailing: Span;
  /** A comma follows the property. */
  readonly comma: boolean;
  /** Of `success`: what it is given has these members by a type that the program named; `*` is what is not seen. */
  readonly promised?: readonly string[];
  /** For a method: its whole text as a function value cannot be cut out, so `value.at` is the property. */
  readonly value: Expression;
}

/** A function given as a callback. */
export interface Callback {
  readonly form: 'arrow' | 'function' | 'method';
  readonly async: boolean;
  readonly generator: boolean;
  readonly usesThis: boolean;
  /** It says `super`, which nothing but a method may. */
  readonly usesSuper: boolean;
  readonly usesArguments: boolean;
  readonly params: number;
  /** The first parameter, when it is a plain name or pattern without a default. */
  readonly param?: {
    readonly at: Span;
    /** The program says what type it has. */
    readonly isTyped: boolean;
    /** It stands without parentheses. */
    readonly isBare: boolean;
  };
  /** What it does with its first parameter. */
  readonly result: ResultUse;
}

/** How a callback's parameter is used. */
export interface ResultUse {
  /** The parameter's name when it is a plain identifier. */
  readonly name?: string;
  /** Member reads, with their path from the parameter: `res.data.list[0]` is ['data', 'list', '0']; '*' is a key not known. */
  readonly reads: readonly MemberRead[];
  /** The parameter as a whole goes where it cannot be followed (passed on, stored, returned, spread, reassigned). */
  readonly escapes: boolean;
  /** Where it escapes only into `console.*` calls. */
  readonly loggedOnly: boolean;
  /** The callback writes to a member of it. */
  readonly written: boolean;
}

export interface MemberRead {
  readonly path: readonly string[];
  /** The whole member expression. */
  readonly at: Span;
  /** What happens to it: `parsed` and `stringified` when it is the argument of JSON.parse and JSON.stringify, `member` when more is read off it in a way not followed,
   *  `compared` with === == !== != or switch, `written` when assigned to, `bound` when it came from destructuring, `value` otherwise. */
  readonly use: 'value' | 'parsed' | 'stringified' | 'compared' | 'called' | 'written' | 'bound';
  /** The last step of the path, as written: `.errCode` or `['errCode']`; for a destructured name, the property. */
  readonly memberAt: Span;
  /** The other API of swan that it is given to, as an argument or within a literal that is one. */
  readonly taker?: string;
}

/** How the call reached the API. */
export type Through =
  | 'global' // swan.request
  | 'host' // window.swan.request
  | 'alias' // s.request, after const s = swan
  | 'destructured' // request, after const { request } = swan
  | 'value' // r, after const r = swan.request
  | 'import'; // a name imported from a module that exports it

/** What the program does with what the call returns. */
export type Result =
  | { readonly kind: 'unused' }
  /** Only these task methods are used, and the task goes nowhere else. */
  | { readonly kind: 'task'; readonly methods: readonly string[] }
  /** `await swan.request(…)`: gives the task (R17). */
  | { readonly kind: 'awaited' }
  | { readonly kind: 'escapes' };

/** The options, as far as they can be seen. */
export type Options =
  | { readonly kind: 'literal'; readonly object: ObjectLiteral; readonly at: Span }
  /** `known` is the literal that a variable was made with, when it is untouched until the call. */
  | { readonly kind: 'opaque'; readonly at: Span; readonly why: OptionsSource; readonly known?: ObjectLiteral }
  | { readonly kind: 'callback'; readonly at: Span; readonly value: Expression }
  | { readonly kind: 'none' };

/** One call of a swan network API: everything a target needs to know to lower it. */
export interface NetworkCall {
  readonly api: ApiName;
  readonly through: Through;
  /** The whole call expression, its own parentheses left out. */
  readonly at: Span;
  /** `swan.request`, up to but without `?.`, type arguments and `(`. */
  readonly callee: Span;
  /** From the end of the callee to the first argument (or to the closing parenthesis): `(`, `?.(`, `<T>(`, comments. */
  readonly open: Span;
  /** The type arguments, angle brackets included. */
  readonly typeArguments?: Span;
  /** The object that the API hangs on (`swan`, `window.swan`, `s`), absent when it was reached through a plain name. */
  readonly object?: Span;
  /** More than one argument, or a spread argument. */
  readonly extraArguments: boolean;
  readonly options: Options;
  readonly result: Result;
  /** It stands as a statement of its own, `swan.request(…);`. */
  readonly statement: boolean;
  /** The column of the line that the call starts on: its leading white space, as written. */
  readonly indent: string;
  /** Every comment within `at` that is not inside the value of an option (those travel with it). */
  readonly comments: readonly Span[];
  /** Of an upload: where the path of the file comes from, when that is or may be another API of swan. */
  readonly giver?: Giver;
  /** The function of the program whose parameters decide what the call does. */
  readonly wrapper?: { readonly name: string; readonly at: number };
  /** The executor `new Promise((resolve, reject) => …)` that holds nothing but this call, when there is one. */
  readonly promise?: PromiseWrapper;
}

export interface Giver {
  /** Absent where the path comes from out of sight and the file calls no API that gives paths. */
  readonly api?: string;
  /** The path can be followed to it; otherwise the path comes from out of sight. */
  readonly isSeen: boolean;
  /** The downloads that are seen to give it the path, perhaps besides others. */
  readonly downloads: readonly Span[];
}

/** `new Promise((resolve, reject) => swan.request({ … }))`, where resolve and reject are used only in the callbacks. */
export interface PromiseWrapper {
  /** The whole `new Promise(…)`. */
  readonly at: Span;
  readonly resolve: string;
  readonly reject?: string;
  /** The leading white space of the line that it starts on. */
  readonly indent: string;
  /** The promise has type arguments of its own. */
  readonly isTyped: boolean;
  /** Every comment within `at`. */
  readonly comments: readonly Span[];
  /** Its `complete` does nothing. */
  readonly endsInNothing: boolean;
  /** How the callbacks settle it, when each of them does that and nothing else, and nothing in them can throw. */
  readonly success?: Settling;
  readonly fail?: Settling;
}

/** `success: resolve` hands the result over as it is; `res => resolve(res.data)` hands over what it makes of it. */
export type Settling =
  | { readonly kind: 'whole' }
  | {
      readonly kind: 'part';
      /** The parameter as written, a pattern perhaps; absent when there is none. */
      readonly param?: Span;
      /** A plain name, which an arrow function needs no parentheses for. */
      readonly isPlain: boolean;
      /** What the promise is settled with; absent for nothing at all. */
      readonly value?: Span;
      /** The value is an object literal. */
      readonly isObject: boolean;
    };

/** A reference to an API as a value: `promisify(swan.request)`. */
export interface NetworkValue {
  readonly api: ApiName;
  readonly through: Through;
  readonly at: Span;
  /** It stands as `{ request }`: new text must spell the key out. */
  readonly isShorthand?: boolean;
  /** The member that is read off it, where functions as such have none of that name. */
  readonly member?: string;
  /** A member is written to it. */
  readonly isGivenMember?: boolean;
  /** `swan` as the `this` argument of `.bind`, `.call` or `.apply` on it. */
  readonly receiver?: Span | undefined;
  /** The call that `.call`, `.apply` or `.bind` makes of it, with what the API is given; its callee is the API. */
  readonly call?: NetworkCall;
}

/** Something to say about one place. */
export type Note = {
  readonly [C in Code]: { readonly code: C; readonly at: Span; readonly details: Details[C] };
}[Code];

/** Any place that reaches swan's network: what there is to rewrite, or to keep. */
export type FoundSite = Found &
  (
    | { readonly kind: 'call'; readonly api: ApiName; readonly call: NetworkCall }
    | { readonly kind: 'value'; readonly api: ApiName; readonly value: NetworkValue }
    /** A declaration hands the API to the importers of the file: the site goes with it. */
    | { readonly kind: 'exported'; readonly api: ApiName }
    | { readonly kind: 'kept'; readonly api: ApiName | '*'; readonly reason: Note }
    /** The template of a component may use what a declaration gives it. */
    | { readonly kind: 'template'; readonly api: ApiName | '*'; readonly reason: Note }
  );

interface Found {
  /** Its number among those of the file, in source order, an outer one before those inside of it. */
  readonly id: number;
  readonly at: Span;
  /** Why it stays whatever a target could make of it. */
  readonly reason?: Note;
}
