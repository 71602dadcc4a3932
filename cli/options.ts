// In: a command and the table of options. Out: the command with the options that the table gives it, each of which refuses what
// the table does not allow, in words for whoever typed it. Knows nothing of what an option does.

import { type Command, Option } from 'commander';

import { apiNames } from '../src/apis.ts';
import { reportFormats } from '../src/workspace/choices.ts';
import { type InEach, wordsIn } from '../src/locale/locale.ts';
import { Failure } from '../src/workspace/failure.ts';
import { type CommandName, type OptionDefinition, faultOf } from '../src/workspace/option-definition.ts';
import { type OptionName, options } from '../src/workspace/options.ts';
import { askIfMeant } from '../src/workspace/suggest.ts';
import type { HelpWish } from './help.ts';
import { commonOptions, groupOf, groups } from './option-groups.ts';

/** `before` is what the same option said earlier on the line. */
type Parser = (value: string, before?: string[]) => unknown;

/** Whatever is not here takes one text as it stands. */
const parsers: Readonly<Partial<Record<OptionName, Parser>>> = {
  to: oneOf({ en: 'target', 'zh-CN': '目标平台' }, options.to.value.options),
  style: oneOf({ en: 'style', 'zh-CN': '写法' }, options.style.value.options),
  sockets: oneOf({ en: 'sockets', 'zh-CN': ' socket 用法' }, options.sockets.value.options),
  only: apiList,
  include: collect,
  exclude: collect,
  jobs: positive,
  report: reportRequest,
};

/** So few are neither put in groups nor left out of the short help. */
const fewOptions = 8;

/** In the order of the table; many are in groups. */
export function addOptions(command: Command, name: CommandName, { locale, isShort }: HelpWish): Command {
  const own = (Object.keys(options) as OptionName[]).filter((key) => takes(key, name));
  const isLong = own.length > fewOptions;
  if (isLong) own.sort((a, b) => orderOf(a) - orderOf(b));
  for (const key of own) {
    const { flag, help, helpOn, isHidden }: OptionDefinition = options[key];
    const isLeftOut = isShort && isLong && !commonOptions.has(key);
    const option = new Option(flag, (helpOn?.[name] ?? help)[locale]).hideHelp(isHidden === true || isLeftOut);
    if (isLong) option.helpGroup(wordsIn(groups, locale)[groupOf[key]]);
    const parser = parsers[key];
    command.addOption(
      parser ? option.argParser<unknown>((value, before) => parser(value, before as string[] | undefined)) : option,
    );
  }
  return command;
}

function orderOf(key: OptionName): number {
  return Object.keys(groups).indexOf(groupOf[key]);
}

function takes(key: OptionName, name: CommandName): boolean {
  const { commands }: OptionDefinition = options[key];
  return commands.includes(name);
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function oneOf(what: InEach<string>, known: readonly string[]): (value: string) => string {
  return (value) => {
    if (known.includes(value)) return value;
    const meant = askIfMeant(value, known);
    throw new Failure({
      what: { en: `there is no ${what.en} ${value}`, 'zh-CN': `没有${what['zh-CN']} ${value}` },
      help: {
        en: `Choose ${known.join(', ')}.${meant === undefined ? '' : ` ${meant.en}`}`,
        'zh-CN': `可选的有：${known.join('、')}。${meant?.['zh-CN'] ?? ''}`,
      },
    });
  };
}

function apiList(value: string, before: string[] = []): string[] {
  const names = value
    .split(',')
    .map((name) => name.trim().replace(/^swan\./, ''))
    .filter((name) => name !== '');
  if (names.length === 0) {
    throw new Failure({
      what: { en: '--only names no API', 'zh-CN': '--only 没有指定 API' },
      help: {
        en: `Name at least one of ${apiNames.join(', ')}.`,
        'zh-CN': `请至少指定其中一个：${apiNames.join('、')}。`,
      },
    });
  }
  return [...before, ...names.map(oneOf({ en: 'API', 'zh-CN': ' API' }, apiNames))];
}

function reportRequest(value: string, before: string[] = []): string[] {
  const [format = ''] = value.split('=', 1);
  oneOf({ en: 'report format', 'zh-CN': '报告格式' }, reportFormats)(format);
  if (value === `${format}=`) {
    throw new Failure({
      what: { en: `a file name is missing behind --report ${value}`, 'zh-CN': `--report ${value} 后面缺少文件名` },
      help: { en: `For example: --report ${value}FILE`, 'zh-CN': `例如：--report ${value}FILE` },
    });
  }
  return [...before, value];
}

function positive(value: string): number {
  const fault = faultOf(options.jobs.value, Number(value));
  if (fault !== undefined) {
    throw new Failure({
      what: { en: `--jobs is ${value}`, 'zh-CN': `--jobs 的值是 ${value}` },
      help: { en: `Give ${fault.en}.`, 'zh-CN': `请给出${fault['zh-CN']}。` },
    });
  }
  return Number(value);
}
