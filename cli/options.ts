// In: a command and the table of options. Out: the command with the options that the table gives it, each of which refuses what
// the table does not allow, in words for whoever typed it. Knows nothing of what an option does.

import { type Command, InvalidArgumentError, Option } from 'commander';

import { apiNames } from '../src/apis.ts';
import { reportFormats } from '../src/workspace/choices.ts';
import type { Locale } from '../src/locale/locale.ts';
import { type CommandName, type OptionDefinition, faultOf } from '../src/workspace/option-definition.ts';
import { type OptionName, options } from '../src/workspace/options.ts';
import { askIfMeant } from '../src/workspace/suggest.ts';

/** `before` is what the same option said earlier on the line. */
type Parser = (value: string, before?: string[]) => unknown;

/** Whatever is not here takes one text as it stands. */
const parsers: Readonly<Partial<Record<OptionName, Parser>>> = {
  to: oneOf('target', options.to.value.options),
  style: oneOf('style', options.style.value.options),
  sockets: oneOf('sockets', options.sockets.value.options),
  only: apiList,
  include: collect,
  exclude: collect,
  jobs: positive,
  report: reportRequest,
};

/** In the order of the table. */
export function addOptions(command: Command, name: CommandName, locale: Locale): Command {
  for (const key of Object.keys(options) as OptionName[]) {
    const { flag, help, helpOn, commands, isHidden }: OptionDefinition = options[key];
    if (!commands.includes(name)) continue;
    const option = new Option(flag, (helpOn?.[name] ?? help)[locale]).hideHelp(isHidden === true);
    const parser = parsers[key];
    command.addOption(
      parser ? option.argParser<unknown>((value, before) => parser(value, before as string[] | undefined)) : option,
    );
  }
  return command;
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function oneOf(what: string, known: readonly string[]): (value: string) => string {
  return (value) => {
    if (known.includes(value)) return value;
    const meant = askIfMeant(value, known);
    throw new InvalidArgumentError(
      `There is no ${what} ${value}: choose ${known.join(', ')}.${meant === undefined ? '' : ` ${meant.en}`}`,
    );
  };
}

function apiList(value: string, before: string[] = []): string[] {
  const names = value
    .split(',')
    .map((name) => name.trim().replace(/^swan\./, ''))
    .filter((name) => name !== '');
  if (names.length === 0) throw new InvalidArgumentError(`Name at least one of ${apiNames.join(', ')}.`);
  return [...before, ...names.map(oneOf('API', apiNames))];
}

function reportRequest(value: string, before: string[] = []): string[] {
  const [format = ''] = value.split('=', 1);
  oneOf('report format', reportFormats)(format);
  if (value === `${format}=`) throw new InvalidArgumentError(`A file name is missing behind ${value}`);
  return [...before, value];
}

function positive(value: string): number {
  const fault = faultOf(options.jobs.value, Number(value));
  if (fault !== undefined) throw new InvalidArgumentError(`Give ${fault.en}.`);
  return Number(value);
}
