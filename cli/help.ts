// In: a command of commander, a language, and what is asked for: the short help or the long one. Out: help in that language, in
// groups, as wide as the terminal. Only this file, program.ts, options.ts and usage.ts know commander.

import { type Command, Help, Option } from 'commander';
import stringWidth from 'fast-string-width';

import { type Locale, type Wording, type WordsOf, wordsIn } from '../src/locale/locale.ts';
import { groups } from './option-groups.ts';
import { wrap } from './text/wrap.ts';

/** Less than this beside the names of options is hard to read. */
const leastRoom = 30;
/** In a pipe. */
const usualWidth = 80;

export interface HelpWish {
  readonly locale: Locale;
  /** `-h`: the options that most runs need. */
  readonly isShort: boolean;
}

/** The help was asked for with `-h`, and nowhere with `--help`. */
export function isShortHelp(args: readonly string[]): boolean {
  const words = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  return words.includes('-h') && !words.includes('--help');
}

export function setHelp(command: Command, { locale }: HelpWish): void {
  const say = wordsIn(wording, locale);
  const headings = new Map<string, string>([
    ['Usage:', say.usage],
    ['Arguments:', say.arguments],
    ['Options:', say.options],
    ['Commands:', say.commands],
  ]);
  const help = new Option('-h, --help', say.helpOption);
  const { output } = wordsIn(groups, locale);
  if (command.options.some((option) => option.helpGroupHeading === output)) help.helpGroup(output);
  command.addHelpOption(help);
  command.configureHelp({
    styleTitle: (title) => headings.get(title) ?? title,
    displayWidth: (text) => stringWidth(text),
    boxWrap: wrapLines,
    formatItem,
    commandUsage: (shown) => placeholdersIn(new Help().commandUsage(shown), say),
    subcommandTerm: (shown) => placeholdersIn(new Help().subcommandTerm(shown), say),
    // A full-width colon has its own space.
    formatHelp: (shown, help) => Help.prototype.formatHelp.call(help, shown, help).replace('： ', '：'),
  });
}

/** Sentences about a command, a paragraph each, and its examples, of which no line is broken. */
export interface AfterHelp {
  readonly about?: readonly string[];
  readonly examples: readonly (string | readonly [line: string, what: string])[];
  readonly end?: string;
}

export function addAfterHelp(command: Command, { about = [], examples, end }: AfterHelp, wish: HelpWish): void {
  const say = wordsIn(wording, wish.locale);
  const isLeftOut = wish.isShort && command.options.some((option) => option.helpGroupHeading !== undefined);
  command.addHelpText('after', ({ error }) => {
    const width = (error ? process.stderr : process.stdout).columns || usualWidth;
    const sentences = (texts: readonly string[]) => texts.map((text) => wrapLines(text, width));
    const paragraphs = [
      ...sentences(isLeftOut ? [] : about),
      [say.examples, ...examples.flatMap((example) => exampleLines(example, width))].join('\n'),
      ...sentences(end === undefined ? [] : [end]),
      ...sentences(isLeftOut ? [say.more(`cygnet ${command.name()} --help`)] : []),
    ];
    return `\n${paragraphs.join('\n\n')}`;
  });
}

/** What a person may copy is never broken. */
function exampleLines(example: AfterHelp['examples'][number], width: number): string[] {
  if (typeof example === 'string') return [`  ${example}`];
  const [line, what] = example;
  const whole = `  ${line.padEnd(exampleWidth)}${what}`;
  return stringWidth(whole) <= width
    ? [whole]
    : [`  ${line}`, ...wrap(what, Math.max(width - 6, 10)).map((part) => `      ${part}`)];
}

const exampleWidth = 42;

/** Each line by itself, and its other lines as far in as it begins. */
function wrapLines(text: string, width: number): string {
  return text.replace(/^( *)(.+)$/gm, (_, indent: string, line: string) =>
    wrap(line, Math.max(width - indent.length, 10))
      .map((part) => indent + part)
      .join('\n'),
  );
}

/** What may stand behind a command, as commander writes it in English. */
function placeholdersIn(text: string, say: WordsOf<typeof wording>): string {
  return text.replace('[options]', `[${say.anyOptions}]`).replace('[command]', `[${say.anyCommand}]`);
}

/** `  --write   apply the plan`; below each other where there is little room. */
function formatItem(term: string, termWidth: number, text: string, help: Help): string {
  const width = help.helpWidth ?? usualWidth;
  if (text === '') return `  ${term}`;
  const room = width - termWidth - 4;
  if (room < leastRoom) {
    return [`  ${term}`, ...wrap(text, Math.max(width - 4, 10)).map((line) => `    ${line}`)].join('\n');
  }
  const gap = ' '.repeat(termWidth - stringWidth(term) + 2);
  return `  ${term}${gap}${wrap(text, room).join(`\n${' '.repeat(termWidth + 4)}`)}`;
}

const wording = {
  usage: { en: 'Usage:', 'zh-CN': '用法：' },
  arguments: { en: 'Arguments:', 'zh-CN': '参数：' },
  options: { en: 'Options:', 'zh-CN': '选项：' },
  commands: { en: 'Commands:', 'zh-CN': '命令：' },
  anyOptions: { en: 'options', 'zh-CN': '选项' },
  anyCommand: { en: 'command', 'zh-CN': '命令' },
  examples: { en: 'Examples:', 'zh-CN': '示例：' },
  helpOption: { en: 'print this help; -h the short one', 'zh-CN': '显示帮助；-h 显示简短的帮助' },
  more: {
    en: (command: string) => `${command} prints all options.`,
    'zh-CN': (command: string) => `${command} 会列出全部选项。`,
  },
} satisfies Wording;
