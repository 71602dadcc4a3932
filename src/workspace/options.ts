// In: nothing. Out: the options, one table: what the command line takes, what a config file may hold, and what each is good for.
// Flags, the check of a config file, its type, its JSON schema and its page in the docs are made from here and nowhere else.
// Knows nothing of what an option does, nor of how a flag is parsed.

import * as v from 'valibot';

import { apiNames } from '../apis.ts';
import { targetNames, targets } from '../targets.ts';
import { type ReportRequest, reportFormats, sockets, styles } from './choices.ts';
import type { Config } from './config.generated.ts';

/** `any` is the program itself, without a command. */
export type CommandName = 'migrate' | 'scan' | 'check' | 'undo' | 'explain' | 'lsp' | 'any';

export interface OptionDefinition {
  /** As commander reads it. The key in the table is the name that commander gives it: `allowDirty` for `--allow-dirty`. */
  readonly flag: string;
  /** A line of the help. */
  readonly help: string;
  /** Where the line is not true for a command as it stands. */
  readonly helpOn?: Readonly<Partial<Record<CommandName, string>>>;
  readonly commands: readonly CommandName[];
  /** Still taken, and no longer shown. */
  readonly isHidden?: true;
  /** What it may be. The message of a fault says what it should be. */
  readonly value: v.GenericSchema;
  /** What a config file does with it; absent for what only a person at the command line can mean. */
  readonly setting?: string;
  /** Where it is given neither there nor here. */
  readonly byDefault?: string;
}

const text = wordsOf('a text that is not empty');
const flag = v.boolean('true or false');
const texts = listOf(text, 'a text that is not empty');
const count = v.pipe(
  v.number('a whole number above 0'),
  v.integer('a whole number above 0'),
  v.minValue(1, 'a whole number above 0'),
);

const reportSays = `FORMAT or FORMAT=FILE, where FORMAT is one of ${reportFormats.join(', ')}`;
const reportPattern = new RegExp(`^(${reportFormats.join('|')})(=.+)?$`);
const report = v.pipe(
  v.string(reportSays),
  v.regex(reportPattern, reportSays),
  v.transform((value) => value as ReportRequest),
);

const reading = ['migrate', 'scan', 'check'] as const;

/** In the order of the help. */
export const options = {
  to: {
    flag: '--to <target>',
    help: `the target: ${Object.values(targets)
      .map(({ name, summary }) => `${name} (${summary.en})`)
      .join('; ')}`,
    commands: ['migrate'],
    value: oneOf(targetNames),
    setting: 'The target.',
  },
  write: {
    flag: '--write',
    help: 'apply the plan: the changed files and, where a site needs it, one shim module',
    commands: ['migrate'],
    value: flag,
  },
  interactive: {
    flag: '--interactive',
    help: 'ask for each site: yes, no, all, quit, explain',
    commands: ['migrate'],
    value: flag,
  },
  style: {
    flag: '--style <style>',
    help: 'native calls of the target, or dropin calls of the same shape (default: native)',
    commands: ['migrate'],
    value: oneOf(styles),
    setting: 'Native calls of the target, or calls of the same shape.',
    byDefault: 'native',
  },
  sockets: {
    flag: '--sockets <count>',
    help: 'one socket at a time, or many (default: one)',
    commands: ['migrate'],
    value: oneOf(sockets),
    setting: 'One socket at a time, or many.',
    byDefault: 'one',
  },
  mark: {
    flag: '--mark',
    help: 'write a TODO(cygnet: code) comment above each site that is kept',
    commands: ['migrate'],
    value: flag,
    setting: 'A comment above each site that is kept.',
    byDefault: 'false',
  },
  unwrap: {
    flag: '--no-unwrap',
    help: 'leave promises as they are that hold nothing but a request',
    commands: ['migrate'],
    value: flag,
    setting: 'Take a promise off a request that it only wraps.',
    byDefault: 'true',
  },
  shim: {
    flag: '--shim <path>',
    help: 'one shim module for all files, relative to the root (default: swan-net.js, in TypeScript swan-net.ts, in each program)',
    commands: ['migrate'],
    value: text,
    setting: 'One shim module for all files, relative to the root.',
    byDefault:
      'swan-net.js, in TypeScript swan-net.ts, in the folder of each program (app.json, or what a framework has in its place), else in the root',
  },
  baseline: {
    flag: '--baseline <file>',
    help: 'accept the calls that the file lists: only new ones count',
    commands: ['check'],
    value: text,
    setting: 'The calls that cygnet check accepts. The file lies in the folder of the config.',
  },
  updateBaseline: {
    flag: '--update-baseline',
    help: 'write the calls of now to the baseline file',
    commands: ['check'],
    value: flag,
  },
  only: {
    flag: '--only <apis>',
    help: `these APIs only, with commas: ${apiNames.join(', ')}`,
    commands: reading,
    value: listOf(oneOf(apiNames), `one of ${apiNames.join(', ')}`),
    setting: 'These APIs only.',
  },
  include: {
    flag: '--include <glob>',
    help: 'also read files that would be left out: ignored, built, generated, installed (repeatable)',
    commands: reading,
    value: texts,
    setting: 'Also read files that would be left out: ignored, built, generated, installed.',
  },
  exclude: {
    flag: '--exclude <glob>',
    help: 'leave files or folders out (repeatable); as in paths, * is within a folder, ** through any, {a,b} one of them',
    commands: reading,
    value: texts,
    setting: 'Leave files or folders out.',
  },
  gitignore: {
    flag: '--no-gitignore',
    help: 'read what .gitignore names, too',
    commands: reading,
    value: flag,
    setting: 'False reads what .gitignore names, too.',
    byDefault: 'true',
  },
  since: {
    flag: '--since <ref>',
    help: 'only files that changed since a commit, branch or tag',
    commands: reading,
    value: text,
  },
  project: {
    flag: '--project <tsconfig>',
    help: 'follow swan across files: the tsconfig of the program, or its folder',
    commands: reading,
    value: text,
    setting: 'The tsconfig of the program, or its folder: swan is followed across files.',
  },
  jobs: {
    flag: '--jobs <n>',
    help: 'has no effect: threads cost more than they gain',
    isHidden: true,
    commands: reading,
    value: count,
    setting: 'Has no effect: threads cost more than they gain.',
  },
  report: {
    flag: '--report <format[=file]>',
    help: `a report on standard output or in a file (repeatable): ${reportFormats.join(', ')}`,
    commands: reading,
    value: listOf(report, reportSays),
    setting: 'Reports: FORMAT or FORMAT=FILE. The file lies in the folder of the config.',
  },
  config: {
    flag: '--config <file>',
    help: 'a config file (default: cygnet.config.json, .js or .ts, or the key cygnet of package.json)',
    commands: reading,
    value: v.union([text, v.literal(false)]),
  },
  noConfig: {
    flag: '--no-config',
    help: 'read no config file (one that is code, .js or .ts, is run)',
    commands: reading,
    value: flag,
  },
  force: {
    flag: '--force',
    help: 'let reports, patches and baselines overwrite files that are none',
    commands: reading,
    value: flag,
  },
  keepEdited: {
    flag: '--keep-edited',
    help: 'leave the files that were edited since as they are, and take all others back',
    commands: ['undo'],
    value: flag,
  },
  quiet: {
    flag: '--quiet',
    help: 'print no summary',
    helpOn: { undo: 'print errors only' },
    commands: [...reading, 'undo'],
    value: flag,
    setting: 'Print no summary.',
    byDefault: 'false',
  },
  color: {
    flag: '--no-color',
    help: 'print without colours (as NO_COLOR does)',
    commands: [...reading, 'undo', 'explain'],
    value: flag,
  },
  locale: {
    flag: '--locale <locale>',
    help: 'the language of what people read: en or zh-CN (default: that of LC_ALL, LC_MESSAGES or LANG)',
    commands: [...reading, 'undo', 'explain', 'lsp', 'any'],
    value: text,
    setting: 'The language of what people read: en or zh-CN.',
    byDefault: 'that of the environment',
  },
  stdin: {
    flag: '--stdin',
    help: 'rewrite what comes on standard input, and print it',
    commands: ['migrate'],
    value: flag,
  },
  stdinFilename: {
    flag: '--stdin-filename <name>',
    help: 'what to call the standard input',
    commands: ['migrate'],
    value: text,
  },
  patch: { flag: '--patch <file>', help: 'write the diff to a file', commands: ['migrate'], value: text },
  watch: { flag: '--watch', help: 'run again whenever a file changes', commands: ['migrate'], value: flag },
  allowDirty: {
    flag: '--allow-dirty',
    help: 'write files that hold uncommitted changes, too',
    commands: ['migrate'],
    value: flag,
    setting: 'Write files that hold uncommitted changes, too.',
    byDefault: 'false',
  },
} as const satisfies Readonly<Record<string, OptionDefinition>>;

export type OptionName = keyof typeof options;

/** What only a config file can hold: on the command line these are the words without a flag. */
export const settingsWithoutFlag = {
  paths: {
    value: texts,
    setting: 'What to read when the command line names nothing; for a --write in the folder of the config.',
  },
} as const satisfies Readonly<Record<string, Pick<OptionDefinition, 'value' | 'setting' | 'byDefault'>>>;

type Values<T extends Readonly<Record<string, Pick<OptionDefinition, 'value'>>>> = {
  readonly [K in keyof T]?: v.InferOutput<T[K]['value']>;
};
type Configurable = {
  [K in OptionName as (typeof options)[K] extends { readonly setting: string } ? K : never]: (typeof options)[K];
};

/** The flags as commander gives them: one that was not given is absent, one with `no-` is true. */
export type Flags = Values<Omit<typeof options, 'noConfig'>>;

/** The interface that is generated from the table, as its readers see it, and the table itself: neither goes its own way. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
export const isConfigOfTable: Same<
  Required<Config>,
  Required<Values<Configurable & typeof settingsWithoutFlag>>
> = true;

/** The keys of a config file, in the order of the table. */
export const settings: Readonly<Record<string, Pick<OptionDefinition, 'value' | 'setting' | 'byDefault'>>> = {
  ...Object.fromEntries(Object.entries(options).filter(([, option]) => 'setting' in option)),
  ...settingsWithoutFlag,
};

/** What an editor or a linter can be told of a folder itself; the rest of the table is about runs of the command line. */
export const editorSettings = [
  'to',
  'style',
  'sockets',
  'unwrap',
  'shim',
  'only',
  'include',
  'exclude',
  'gitignore',
  'project',
] as const satisfies readonly (keyof Configurable)[];

export type EditorSettingName = (typeof editorSettings)[number];

/** What a value should be and is not, in words that go on after `It should be`; nothing when it is right. */
export function faultOf(schema: v.GenericSchema, value: unknown): string | undefined {
  const issue = v.safeParse(schema, value).issues?.[0];
  return issue?.path ? `a list; each item ${issue.message}` : issue?.message;
}

function wordsOf(says: string) {
  return v.pipe(
    v.string(says),
    v.minLength(1, says),
    v.check((value) => !value.includes('\0'), says),
  );
}

export function oneOf<const T extends readonly string[]>(known: T) {
  return v.picklist(known, `one of ${known.join(', ')}`);
}

function listOf<const S extends v.GenericSchema>(item: S, itemSays: string) {
  return v.pipe(v.array(item, `a list; each item ${itemSays}`), v.readonly());
}
