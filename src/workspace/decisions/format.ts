// In: the text of a decisions file, or decisions. Out: the decisions, checked to the last field, or the text. The format is the
// one that `--interactive` writes, the HTML report exports and `--decisions` takes; its JSON schema is made from here.
// Knows nothing of programs: whether there is such a site is asked elsewhere.

import * as v from 'valibot';

import { type InEach, behindChinese, inEach } from '../../locale/locale.ts';
import { targetNames } from '../../targets.ts';
import { Failure, type FailureParts, whyOf } from '../failure.ts';
import { askIfMeant } from '../suggest.ts';

/** What a value should be: a schema gives the key as the message of its fault. */
const should = {
  object: { en: 'an object', 'zh-CN': '一个对象' },
  list: { en: 'a list', 'zh-CN': '一个列表' },
  text: { en: 'a text that is not empty', 'zh-CN': '非空文本' },
  number: { en: 'a whole number above 0', 'zh-CN': '大于 0 的整数' },
  flag: { en: 'true or false', 'zh-CN': 'true 或 false' },
  version: { en: '1: this cygnet knows no other version', 'zh-CN': '1：此版本的 cygnet 不认识其他版本' },
  target: { en: `one of ${targetNames.join(', ')}`, 'zh-CN': `${targetNames.join('、')} 之一` },
  answer: { en: 'accept or reject', 'zh-CN': 'accept 或 reject' },
  verdict: { en: 'renamed, native, shim or kept', 'zh-CN': 'renamed、native、shim 或 kept' },
  hash: { en: '16 hexadecimal digits', 'zh-CN': '16 位十六进制数字' },
  said: { en: 'one that says something: answer or reviewed', 'zh-CN': '有内容的：应有 answer 或 reviewed' },
  counted: { en: 'complete: nth and of go together', 'zh-CN': '完整的：nth 与 of 应同时出现，且 nth 不大于 of' },
} satisfies Readonly<Record<string, InEach<string>>>;

type Should = keyof typeof should;
const says = (key: Should): Should => key;

const text = v.pipe(v.string(says('text')), v.minLength(1, says('text')));
const number = v.pipe(v.number(says('number')), v.integer(says('number')), v.minValue(1, says('number')));
const hash = v.pipe(v.string(says('hash')), v.regex(/^[\da-f]{16}$/, says('hash')));

const decision = v.pipe(
  v.strictObject(
    {
      file: v.pipe(text, v.description('Relative to the root of the program, with /.')),
      line: v.pipe(number, v.description('Where the call stood when it was answered; from 1.')),
      column: v.pipe(number, v.description('From 1, in UTF-16 units.')),
      api: v.pipe(text, v.description('The API of swan, without swan.; * for swan itself.')),
      call: v.optional(v.pipe(v.string(says('text')), v.description('How the call begins, for people. Not compared.'))),
      hash: v.pipe(hash, v.description('Of the text of the call.')),
      around: v.pipe(hash, v.description('Of the nearest lines before and after it.')),
      nth: v.optional(
        v.pipe(
          number,
          v.description(
            'Where several calls of the file read the same: which it is of those with the same lines around.',
          ),
        ),
      ),
      of: v.optional(v.pipe(number, v.description('How many of those there were.'))),
      verdict: v.pipe(
        v.picklist(['renamed', 'native', 'shim', 'kept'], says('verdict')),
        v.description('What would become of the call when it was answered: accept is for that and nothing else.'),
      ),
      answer: v.optional(
        v.pipe(
          v.picklist(['accept', 'reject'], says('answer')),
          v.description('accept: rewrite it. reject: leave it. Absent: nobody has answered yet.'),
        ),
      ),
      reviewed: v.optional(v.pipe(v.boolean(says('flag')), v.description('Somebody has looked at it.'))),
    },
    says('object'),
  ),
  v.check(({ answer, reviewed }) => answer !== undefined || reviewed !== undefined, says('said')),
  v.check(({ nth, of }) => (nth === undefined) === (of === undefined) && (nth ?? 0) <= (of ?? 0), says('counted')),
);

export const decisionsSchema = v.strictObject(
  {
    $schema: v.optional(v.string(says('text'))),
    version: v.pipe(v.literal(1, says('version')), v.description('Of the format.')),
    target: v.pipe(
      v.picklist(targetNames, says('target')),
      v.description('An answer is about a change, and so is for one target.'),
    ),
    sites: v.array(decision, says('list')),
  },
  says('object'),
);

export type Decisions = Omit<v.InferOutput<typeof decisionsSchema>, '$schema'>;
export type Decision = Decisions['sites'][number];
export type DecisionAnswer = NonNullable<Decision['answer']>;

/** As it is written: a line for each field, in one order, so that two versions can be compared. */
export function decisionsText({ target, sites }: Decisions): string {
  return `${JSON.stringify({ version: 1, target, sites: [...sites].sort(byPlace).map(inOrder) }, null, 2)}\n`;
}

function byPlace(a: Decision, b: Decision): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** What is undefined is left out by JSON. */
function inOrder(one: Decision): Decision {
  const { file, line, column, api, call, hash: own, around, nth, of, verdict, answer, reviewed } = one;
  return { file, line, column, api, call, hash: own, around, nth, of, verdict, answer, reviewed };
}

/** @throws Failure when it is not what this version writes: nothing of it is taken then */
export function parseDecisions(content: string, shown: string): Decisions {
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Failure({
      what: {
        en: `the decisions in ${shown} are not valid JSON, so nothing was done`,
        'zh-CN': `${shown} 中的决定不是有效的 JSON，因此未做任何操作`,
      },
      why: whyOf(error),
    });
  }
  const result = v.safeParse(decisionsSchema, value);
  if (!result.success) {
    throw new Failure({
      what: {
        en: `${shown} holds no decisions that cygnet understands, so nothing was done`,
        'zh-CN': `${shown} 不是 cygnet 能理解的决定文件，因此未做任何操作`,
      },
      ...describeIssue(result.issues[0]),
    });
  }
  const { target, sites, version } = result.output;
  return { version, target, sites };
}

function describeIssue(issue: v.InferIssue<typeof decisionsSchema>): Pick<FailureParts, 'why' | 'help'> {
  const path = issue.path ?? [];
  const where = path.map(({ key }, i) => stepOf(key, i)).join('');
  const last = path.at(-1);
  // An object tells of its fields: one that it does not have, and one that it lacks.
  const isOfField = issue.type === 'strict_object' && last?.type === 'object' && issue.expected !== 'Object';
  if (!isOfField) return { why: inEach((locale) => wrong[locale](where, should[issue.message as Should][locale])) };
  if (issue.expected !== 'never') return { why: { en: `${where} is missing.`, 'zh-CN': `缺少 ${where}。` } };
  const fields = path.length === 1 ? decisionsSchema.entries : decision.pipe[0].entries;
  const meant = askIfMeant(String(last.key), Object.keys(fields));
  const why = { en: `There is no field ${where}.`, 'zh-CN': `没有 ${where} 这个字段。` };
  return { why, ...(meant !== undefined && { help: meant }) };
}

const wrong: InEach<(where: string, what: string) => string> = {
  en: (where, what) => `${where || 'The file'} should be ${what}.`,
  'zh-CN': (where, what) => `${where === '' ? '文件' : `${where} `}应为${behindChinese(what)}。`,
};

/** `sites[3].answer` */
function stepOf(key: unknown, at: number): string {
  if (typeof key === 'number') return `[${key}]`;
  return `${at === 0 ? '' : '.'}${String(key)}`;
}
