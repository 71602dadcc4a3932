// In: the commands as commander has them, and the table of options. Out: what a shell may offer behind each word, as plain data.
// Knows no shell, and no list that is not made from those two.

import type { Command, Option } from 'commander';
import type { GenericSchema } from 'valibot';

import { shells } from './command.ts';
import { codes } from '../../src/diagnostics/diagnostics.ts';
import { locales } from '../../src/locale/locale.ts';
import { reportFormats } from '../../src/workspace/choices.ts';
import { type OptionName, options } from '../../src/workspace/options.ts';

/** What a value may be: some words, several of them with commas, a file, or anything. */
export type Offered =
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly isList: boolean }
  | { readonly kind: 'file' }
  | { readonly kind: 'any' };

export interface OfferedOption {
  /** `--help`, `-h` */
  readonly names: readonly string[];
  /** In the language of whoever asks, in one line. */
  readonly help: string;
  /** Absent for one that takes none. */
  readonly value?: Offered;
}

export interface OfferedCommand {
  readonly name: string;
  readonly help: string;
  readonly options: readonly OfferedOption[];
  /** What stands behind it without a flag. */
  readonly argument: Offered;
}

export interface Completion {
  readonly name: string;
  readonly options: readonly OfferedOption[];
  readonly commands: readonly OfferedCommand[];
}

/** The placeholders of values that are files. */
const files = new Set(['file', 'path', 'tsconfig', 'paths', 'folder']);
const known: Readonly<Record<string, readonly string[]>> = {
  'format[=file]': reportFormats,
  locale: locales,
  shell: shells,
  code: codes,
};

export function completionOf(program: Command): Completion {
  const help = program.createHelp();
  const commands = help.visibleCommands(program);
  const names = commands.map((command) => command.name());
  return {
    name: program.name(),
    options: help.visibleOptions(program).map(offeredOption),
    commands: commands.map((command) => ({
      name: command.name(),
      help: firstLine(command.summary() || command.description()),
      options: help.visibleOptions(command).map(offeredOption),
      argument: argumentOf(command, names),
    })),
  };
}

function offeredOption(option: Option): OfferedOption {
  const names = [option.short, option.long].filter((name) => name !== undefined);
  const help = firstLine(option.description);
  if (!option.required && !option.optional) return { names, help };
  // `--shim <path>`
  const placeholder = option.flags.slice(option.flags.search(/[<[]/) + 1, -1);
  return { names, help, value: offeredBy(schemaOf(option.attributeName())) ?? offeredAs(placeholder) };
}

function argumentOf(command: Command, commands: readonly string[]): Offered {
  const [argument] = command.registeredArguments;
  if (!argument) return { kind: 'any' };
  return argument.name() === 'command' ? { kind: 'words', words: commands, isList: false } : offeredAs(argument.name());
}

function schemaOf(name: string): GenericSchema | undefined {
  return Object.hasOwn(options, name) ? options[name as OptionName].value : undefined;
}

/** Of a schema that allows certain words and no others. */
function offeredBy(schema: GenericSchema | undefined, isList = false): Offered | undefined {
  if (schema === undefined) return undefined;
  if ('options' in schema && schema.type === 'picklist') {
    return { kind: 'words', words: schema.options as readonly string[], isList };
  }
  return 'item' in schema ? offeredBy(schema.item as GenericSchema, true) : undefined;
}

function offeredAs(placeholder: string): Offered {
  const words = known[placeholder];
  if (words) return { kind: 'words', words, isList: false };
  return { kind: files.has(placeholder) ? 'file' : 'any' };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
