// In: nothing. Out: the types of the tests for swan, and of the conditions that they are part of.
// Plain data.

import type { ApiName } from '../apis.ts';
import type { Span } from '../text/text.ts';

/** A test whether swan, or one of its network APIs, is there. */
export interface Guard {
  /** `compare` is a comparison with null or undefined, `test` a place where only truth counts. */
  readonly kind: 'typeof' | 'compare' | 'test' | 'in' | 'canIUse';
  /** The smallest expression that holds the answer: `typeof swan !== 'undefined'`, `swan.request`, `'request' in swan`. */
  readonly at: Span;
  /** Where swan is named in it, the global object in front of it included. */
  readonly swan?: Span;
  /** What the global object is asked for: `'swan'`, or a name for it. */
  readonly key?: Span;
  /** The name of the API that is tested, where it was taken out of swan. */
  readonly named?: Span;
  /** `*` for swan itself. */
  readonly api: ApiName | '*';
  /** What the expression is while swan is there: true or false where that can be told (for `test`, whether it is truthy). */
  readonly present?: boolean;
  /** What it comes to where there is no swan. */
  readonly without: boolean | 'throws';
  /** What it asks for may be gone after the move, so nobody can answer it. */
  readonly isOpen?: boolean;
  /** Nobody gets the answer but the branches that are seen here. */
  readonly isPrivate: boolean;
  /** The network calls and values that run only while swan is there, as far as that can be seen. */
  readonly protects: readonly Span[];
  /** Of a test for an API: those that what runs only then reaches through functions of the file; kept ones too. */
  readonly leadsTo: readonly Span[];
  /** Every place that names swan, or stands for it, and runs only then. */
  readonly reads: readonly Span[];
}

/** A test as it is written: what guards are joined by, and what the answer decides. */
export interface Condition {
  readonly root: Logic;
  /** Only its truth counts, or nobody has its value. */
  readonly role:
    | IfRole
    | { readonly kind: 'choice'; readonly at: Span; readonly consequent: Branch; readonly alternate: Branch }
    | ({ readonly kind: 'statement'; readonly at: Span } & Listed)
    | { readonly kind: 'other' };
}

/** How a statement stands among others. */
interface Listed {
  /** Nothing needs to stand in its place. */
  readonly isInList: boolean;
  /** Where the next statement begins, when without this one it would go on with the one before. */
  readonly semicolonAt?: number;
}

export interface IfRole extends Listed {
  readonly kind: 'if';
  readonly at: Span;
  readonly consequent: Arm;
  readonly alternate?: Arm;
  /** It is the `else` of another `if`: where the branch before it ends. */
  readonly elseFrom?: number;
  /** The statements behind it in the same list, where a branch does not come to them. */
  readonly rest?: { readonly at: Span; readonly canGo: boolean };
}

/** A branch of an `if`. */
export interface Arm {
  readonly at: Span;
  /** Its statements, without its braces, where they may stand in place of the `if`. */
  readonly inner?: Span;
  readonly isEmpty: boolean;
  readonly isBlock: boolean;
  /** One statement that holds no other. */
  readonly isPlain: boolean;
  /** Its first statement would go on with the one before the `if`. */
  readonly needsSemicolon: boolean;
  /** Where the statement behind the `if` begins, when it would be read as part of the last one. */
  readonly semicolonAt?: number;
  /** What stands behind it is not reached through it. */
  readonly exits: boolean;
  /** Where it never runs it can go, but for these variables, which others use. */
  readonly left?: readonly string[];
}

/** A side of a choice. */
export interface Branch {
  readonly at: Span;
  /** Nothing of it is needed where it never runs. */
  readonly canGo: boolean;
  /** In place of the choice. */
  readonly standing: Standing;
}

/** What a part of an expression needs around it to stand in place of the whole. */
export interface Standing {
  /** It would be read as part of the statement in front of it. */
  readonly needsSemicolon: boolean;
  /** It would be read as a statement of another kind, or as the body of a function. */
  readonly needsParentheses: boolean;
}

export type Logic =
  | { readonly kind: 'guard'; readonly at: Span }
  | { readonly kind: 'opaque'; readonly at: Span }
  | { readonly kind: 'not' | 'wrapped'; readonly at: Span; readonly inner: Logic }
  | {
      readonly kind: 'and' | 'or';
      readonly at: Span;
      readonly left: Logic;
      readonly right: Logic;
      /** Only its truth counts, or nobody has its value. */
      readonly isTruth: boolean;
      /** The right side in place of the whole. */
      readonly standing: Standing;
    };
