// In: what commander found wrong with a command line. Out: the same as a failure, in each language and with the next step.
// What it says itself is English only; its codes say what it is about.

import type { Command, CommanderError } from 'commander';

import type { InEach } from '../src/locale/locale.ts';
import { Failure } from '../src/workspace/failure.ts';
import { askIfMeant } from '../src/workspace/suggest.ts';

/** @returns the error itself when it is none: help and version end a run in the same way */
export function usageFailure(error: CommanderError, command: Command): Error {
  // 'unknown option '--too'' and the like: what the person wrote, or the option that it is about.
  const [, named = ''] = /'([^']*)'/.exec(error.message) ?? [];
  switch (error.code) {
    case 'commander.unknownOption': {
      const meant = askIfMeant(named.split('=', 1)[0] ?? named, longNames(command));
      return new Failure({
        what: { en: `unknown option '${named}'`, 'zh-CN': `没有选项 ${named}` },
        help: both(meant, optionsHint(command)),
      });
    }
    case 'commander.unknownCommand': {
      const names = command.commands.map((known) => known.name());
      return new Failure({
        what: { en: `unknown command '${named}'`, 'zh-CN': `没有命令 ${named}` },
        help: both(askIfMeant(named, names), commandsHint),
      });
    }
    case 'commander.optionMissingArgument':
      return new Failure({
        what: { en: `option '${named}': argument missing`, 'zh-CN': `选项 ${named} 缺少参数` },
        help: optionsHint(command),
      });
    case 'commander.excessArguments': {
      const most = command.registeredArguments.length;
      return new Failure({
        what: {
          en: `too many arguments: cygnet ${command.name()} takes ${most === 0 ? 'none' : `only ${most}`}`,
          'zh-CN': `参数过多：cygnet ${command.name()} ${most === 0 ? '不接受参数' : `最多接受 ${most} 个`}`,
        },
        help: optionsHint(command),
      });
    }
    default:
      return error;
  }
}

function longNames(command: Command): string[] {
  return command.options.flatMap(({ long, hidden }) => (long === undefined || hidden ? [] : [long]));
}

function optionsHint(command: Command): InEach<string> {
  const help = command.parent === null ? 'cygnet --help' : `cygnet ${command.name()} --help`;
  return { en: `${help} lists the options.`, 'zh-CN': `${help} 会列出全部选项。` };
}

const commandsHint: InEach<string> = {
  en: 'cygnet --help lists the commands.',
  'zh-CN': 'cygnet --help 会列出全部命令。',
};

function both(first: InEach<string> | undefined, second: InEach<string>): InEach<string> {
  return first === undefined
    ? second
    : { en: `${first.en} ${second.en}`, 'zh-CN': `${first['zh-CN']}${second['zh-CN']}` };
}
