// In: nothing. Out: what an option is, and the values that options take, each with the words for what it should be.
// Knows no single option.

import * as v from 'valibot';

import { type InEach, type Locale, behindChinese, inEach } from '../locale/locale.ts';
import { type ReportRequest, reportFormats } from './choices.ts';

/** `any` is the program itself, without a command. */
export type CommandName = 'migrate' | 'scan' | 'check' | 'undo' | 'explain' | 'lsp' | 'any';

export interface OptionDefinition {
  /** As commander reads it. The key in the table is the name that commander gives it: `allowDirty` for `--allow-dirty`. */
  readonly flag: string;
  /** A line of the help. */
  readonly help: InEach<string>;
  /** Where the line is not true for a command as it stands. */
  readonly helpOn?: Readonly<Partial<Record<CommandName, InEach<string>>>>;
  readonly commands: readonly CommandName[];
  /** Still taken, and no longer shown. */
  readonly isHidden?: true;
  /** What it may be. The message of a fault says what it should be. */
  readonly value: v.GenericSchema;
  /** What a config file does with it; absent for what only a person at the command line can mean. */
  readonly setting?: InEach<string>;
  /** Where it is given neither there nor here. */
  readonly byDefault?: InEach<string>;
}

/** What a config file is told of it. */
export type SettingDefinition = Pick<OptionDefinition, 'value' | 'setting' | 'byDefault'>;

/** The words that are wanted of a value, as valibot asks for them. */
type Wanted = (issue: { readonly lang?: string | undefined }) => string;

/** What a value should be and is not, in words that go on after `It should be`; nothing when it is right. */
export function faultOf(schema: v.GenericSchema, value: unknown): InEach<string> | undefined {
  const said = inEach((lang) => {
    const issue = v.safeParse(schema, value, { lang }).issues?.[0];
    return issue?.path ? list[lang](issue.message) : issue?.message;
  });
  const { en, 'zh-CN': zh } = said;
  return en === undefined || zh === undefined ? undefined : { en, 'zh-CN': zh };
}

const list: InEach<(item: string) => string> = {
  en: (item) => `a list; each item ${item}`,
  'zh-CN': (item) => `列表，其中每一项为${behindChinese(item)}`,
};

/** English for a language that nobody asked for: the schemas are read by programs as well. */
export function wanted(words: InEach<string>): Wanted {
  return ({ lang }) => words[lang === 'zh-CN' ? lang : 'en'];
}

const someText: InEach<string> = { en: 'a text that is not empty', 'zh-CN': '非空文本' };
const wholeNumber = wanted({ en: 'a whole number above 0', 'zh-CN': '大于 0 的整数' });

export const text = v.pipe(
  v.string(wanted(someText)),
  v.minLength(1, wanted(someText)),
  v.check((value) => !value.includes('\0'), wanted(someText)),
);
export const flag = v.boolean(wanted({ en: 'true or false', 'zh-CN': 'true 或 false' }));
export const fileOrFalse = v.union(
  [text, v.literal(false)],
  wanted({ en: 'a text that is not empty, or false', 'zh-CN': '非空文本或 false' }),
);
export const texts = listOf(text, someText);
export const count = v.pipe(v.number(wholeNumber), v.integer(wholeNumber), v.minValue(1, wholeNumber));

const reportSays: InEach<string> = {
  en: `FORMAT or FORMAT=FILE, where FORMAT is one of ${reportFormats.join(', ')}`,
  'zh-CN': `报告格式 FORMAT 或 FORMAT=FILE，其中 FORMAT 为以下之一：${reportFormats.join('、')}`,
};
const reportPattern = new RegExp(`^(${reportFormats.join('|')})(=.+)?$`);

export const reports = listOf(
  v.pipe(
    v.string(wanted(reportSays)),
    v.regex(reportPattern, wanted(reportSays)),
    v.transform((value) => value as ReportRequest),
  ),
  reportSays,
);

export function oneOf<const T extends readonly string[]>(known: T) {
  return v.picklist(known, wanted(oneOfWords(known)));
}

export function listOfSome<const T extends readonly string[]>(known: T) {
  return listOf(oneOf(known), oneOfWords(known));
}

function oneOfWords(known: readonly string[]): InEach<string> {
  return { en: `one of ${known.join(', ')}`, 'zh-CN': `以下之一：${known.join('、')}` };
}

function listOf<const S extends v.GenericSchema>(item: S, itemSays: InEach<string>) {
  const says = inEach((locale: Locale) => list[locale](itemSays[locale]));
  return v.pipe(v.array(item, wanted(says)), v.readonly());
}
