// Generated from src/workspace/options.ts by scripts/options.mjs. Do not edit: change the table there and run it again.
// The settings that a config file may hold, as a type without a package behind it.

/** What the command line says goes first. Paths are relative to the config file. */
export interface Config {
  /** The target. */
  readonly to?: 'fetch' | 'axios' | 'wx';
  /** Native calls of the target, or calls of the same shape. Default: native. */
  readonly style?: 'native' | 'dropin';
  /** One socket at a time, or many. Default: one. */
  readonly sockets?: 'one' | 'many';
  /** A comment above each site that is kept. Default: false. */
  readonly mark?: boolean;
  /** Take a promise off a request that it only wraps. Default: true. */
  readonly unwrap?: boolean;
  /** One shim module for all files, relative to the root. Default: swan-net.js, in TypeScript swan-net.ts, in the folder of each program (app.json, or what a framework has in its place), else in the root. */
  readonly shim?: string;
  /** Write files that hold uncommitted changes, too. Default: false. */
  readonly allowDirty?: boolean;
  /** The calls that cygnet check accepts. The file lies in the folder of the config. */
  readonly baseline?: string;
  /** These APIs only. */
  readonly only?: readonly (
    | 'request'
    | 'uploadFile'
    | 'downloadFile'
    | 'connectSocket'
    | 'onSocketOpen'
    | 'onSocketError'
    | 'onSocketMessage'
    | 'onSocketClose'
    | 'sendSocketMessage'
    | 'closeSocket'
  )[];
  /** Also read files that would be left out: ignored, built, generated, installed. */
  readonly include?: readonly string[];
  /** Leave files or folders out. */
  readonly exclude?: readonly string[];
  /** False reads what .gitignore names, too. Default: true. */
  readonly gitignore?: boolean;
  /** The tsconfig of the program, or its folder: swan is followed across files. */
  readonly project?: string;
  /** Has no effect: threads cost more than they gain. */
  readonly jobs?: number;
  /** Reports: FORMAT or FORMAT=FILE. The file lies in the folder of the config. */
  readonly report?: readonly (
    | 'pretty'
    | `pretty=${string}`
    | 'html'
    | `html=${string}`
    | 'markdown'
    | `markdown=${string}`
    | 'json'
    | `json=${string}`
    | 'sarif'
    | `sarif=${string}`
    | 'junit'
    | `junit=${string}`
    | 'gitlab'
    | `gitlab=${string}`
    | 'github'
    | `github=${string}`
    | 'step-summary'
    | `step-summary=${string}`
    | 'rdjson'
    | `rdjson=${string}`
    | 'csv'
    | `csv=${string}`
    | 'csv-origins'
    | `csv-origins=${string}`
  )[];
  /** Print no summary. Default: false. */
  readonly quiet?: boolean;
  /** The language of what people read: en or zh-CN. Default: that of the environment. */
  readonly locale?: string;
  /** What to read when the command line names nothing; for a --write in the folder of the config. */
  readonly paths?: readonly string[];
}
