// What a target must provide, and what it is given to do it with.
// A target turns a NetworkCall into edits; it never sees syntax nodes. One that forgets an API or a trait does not compile.
// What anyone else asks of a target stands on it: nobody compares its name.

import type { ApiName, ConnectingApi, TaskName } from './apis.ts';
import type { NetworkCall, NetworkValue, Note } from './ir.ts';
import type { InEach } from './locale/locale.ts';
import type { Edit, Span, Template } from './text/text.ts';

export type Style = 'native' | 'dropin';
export type Sockets = 'one' | 'many';
export type Verdict = 'renamed' | 'native' | 'shim' | 'kept';

export type { Note };

/**
 * A name of the shim, until it is known what the file calls it. With a key it is the property `key: name` of an object, or `key`
 * alone where that is the name.
 */
export interface ShimName {
  readonly shim: string;
  readonly key?: string;
}

/** What a target writes: new text, spans of the program, and names of the shim. */
export type Draft = Template<ShimName>;
export type DraftEdit = Edit<ShimName>;

export interface Lowered {
  readonly verdict: 'renamed' | 'native' | 'shim';
  readonly edits: readonly DraftEdit[];
  readonly notes?: readonly Note[];
  /** Why it is not the rung above; absent on the highest. */
  readonly denial?: Denial;
}

/** The first question of a rung that was answered with no, and the place that it was asked about. */
export interface Denial {
  readonly question: string;
  readonly at: Span;
}

/** The site stays as it is; the note says why and what to do. */
export interface Kept {
  readonly verdict: 'kept';
  readonly note: Note;
}

/** The way a target looks at the text around a site and asks for names. All calls are pure. */
export interface Tools {
  readonly style: Style;
  readonly sockets: Sockets;
  /** A promise that holds nothing but the call may be taken off it. */
  readonly unwrap: boolean;
  /** The whole text of the file. */
  readonly source: string;
  /** The original text of a span. */
  text(span: Span): string;
  /** The line break that the file uses. */
  readonly eol: string;
  /** One step of indentation, as the file has it. */
  readonly step: string;
  /** `{ a }` rather than `{a}`, as the file has it. */
  readonly spacedBraces: boolean;
  /** `(a) => …` rather than `a => …`, as the file has it. */
  readonly arrowParentheses: boolean;
  /** Most literals over several lines end with a comma. */
  readonly trailingCommas: boolean;
  /** A string literal in the quotes of the literal at `like`, or else in those that the options of the call prefer, or the file. */
  quote(value: string, like?: Span): string;
  /** A name of the shim, to be written where the file will import it. */
  shim(name: string, key?: string): ShimName;
  /** The global of that name: the name itself, or `globalThis.name` where a binding of the file hides it. */
  global(name: string): string;
  /** The file hides the global of that name and `globalThis` as well. */
  hides(name: string): boolean;
  /** `wanted`, or a name like it that means nothing at the site: what a function around parts of it can call its parameter. */
  free(wanted: string): string;
  /** Every comment of the file that lies within the span, in source order. */
  comments(span: Span): readonly Span[];
  /** The stretches within the span in which a line break is part of a value or of a comment. */
  verbatim(span: Span): readonly Span[];
  /** A site, or something else that may be rewritten, stands inside the span, so its text cannot be cut up. */
  holdsSite(span: Span): boolean;
  /** All calls of the file. */
  readonly calls: readonly NetworkCall[];
  /** The name or object that the call hangs on is made to stand for the target's host where it is declared. */
  isRehosted(site: Span): boolean;
  /** True when the file is TypeScript. */
  readonly typescript: boolean;
}

/** Where its programs run, and so who must be told of the servers: these themselves (CORS), or the mini-program's platform. */
export type Platform =
  | { readonly kind: 'browser' }
  | {
      readonly kind: 'mini-program';
      readonly name: string;
      /** The fields of its form for server domains, in its order; it takes https and wss. */
      readonly domainFields: readonly { readonly api: ConnectingApi; readonly label: string }[];
    };

export interface NeededPackage {
  readonly name: string;
  /** Others that do as well. */
  readonly alternatives?: readonly string[];
  /** The major version whose interface the shim is written for; absent where any will do. */
  readonly major?: number;
  /** The compiler alone needs it, for files in TypeScript that were rewritten; the shim imports every other one. */
  readonly isForTypes?: true;
}

/** What notes and reports ask of a target. */
export interface Traits {
  readonly platform: Platform;
  /** Methods of swan that it cannot send, in capitals. */
  readonly unsendableMethods: readonly string[];
  /** Header fields, in small letters, that it does not let a program set. */
  readonly unsettableHeaders: readonly string[];
  /** Header fields of an answer, in small letters, that it does not let a program read. */
  readonly unreadableHeaders: readonly string[];
  /** By what spelling the header fields of an answer are found: any, or the one that the server used. */
  readonly headerCase: 'any' | 'as-sent';
  /** A content type that the program gives an upload takes the place of the one that names the boundary. */
  readonly replacesUploadType: boolean;
  /** The codes that a socket can be closed with. */
  readonly closeCodes: 'any' | readonly (readonly [from: number, to: number])[];
  /** Whose paths its uploads take, and who takes those that its downloads give: its own functions, or the host's as well. */
  readonly filePaths: 'own' | 'host';
  /** How an upload is told to parse the answer (U2): by an argument of its own, or by a function around the callback. */
  readonly parsesUpload: 'by-argument' | 'by-callback';
  /** Options that it obeys and swan ignores (R11). */
  readonly ownOptions: { readonly [A in ApiName]?: readonly string[] };
  readonly packages: readonly NeededPackage[];
}

export interface Target {
  /** What `--to` takes. */
  readonly name: string;
  /** As pages call it. */
  readonly title: InEach<string>;
  /** For the help: where its programs run, and with what. */
  readonly summary: InEach<string>;
  readonly traits: Traits;
  /** The entry of src/runtime that its shim is linked from. */
  readonly shim: string;
  /** A section of its own in the page on targets. */
  readonly guide?: InEach<{ readonly title: string; readonly text: string }>;
  readonly lower: { readonly [A in ApiName]: (call: NetworkCall, tools: Tools) => Lowered | Kept };
  /** The function of the shim that stands for an API used as a value, where the target's own does not do. */
  readonly valueName: (api: ApiName, sockets: Sockets) => string | undefined;
  /** An API used as a value: passed on, stored, bound. */
  readonly value: (value: NetworkValue, tools: Tools) => Lowered | Kept;
  /** The globals that its output uses. */
  readonly globals: readonly string[];
  /** The object that stands for `swan` where only network APIs are taken from it, e.g. `wx`, or functions of the shim. */
  readonly host: { readonly global: string } | { readonly shim: true };
  /** The type that replaces `swan.RequestTask` and the like. */
  readonly taskType: (task: TaskName, shim: (name: string) => string | ShimName) => string | ShimName;
}
