// In: what may be offered. Out: a script that teaches fish to offer it, with the help beside each word.
// Knows no command.

import type { Completion, Offered, OfferedOption } from './tree.ts';

export function fishCompletion({ name, options, commands }: Completion): string {
  const names = commands.map((command) => command.name).join(' ');
  const isFirst = `-n 'not __fish_seen_subcommand_from ${names}'`;
  const lines = [
    `# ${name} in fish: ${name} completion fish | source`,
    `complete -c ${name} -e`,
    `complete -c ${name} -f`,
    ...options.map((option) => optionLine(name, isFirst, option)),
    ...commands.map((command) => `complete -c ${name} ${isFirst} -a ${command.name} -d ${quoted(command.help)}`),
    ...commands.flatMap((command) => {
      const isHere = `-n '__fish_seen_subcommand_from ${command.name}'`;
      return [
        ...argumentLines(`complete -c ${name} ${isHere}`, command.argument),
        ...command.options.map((option) => optionLine(name, isHere, option)),
      ];
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function argumentLines(start: string, argument: Offered): string[] {
  if (argument.kind === 'file') return [`${start} -F`];
  return argument.kind === 'words' ? [`${start} -a ${quoted(argument.words.join(' '))}`] : [];
}

function optionLine(name: string, when: string, { names, help, value }: OfferedOption): string {
  const flags = names.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  return ['complete', '-c', name, when, ...flags, ...valueWords(value), '-d', quoted(help)].join(' ');
}

function valueWords(value: Offered | undefined): string[] {
  if (!value) return [];
  if (value.kind === 'file') return ['-r', '-F'];
  if (value.kind === 'any') return ['-x'];
  const words = value.words.join(' ');
  return ['-x', '-a', value.isList ? `"(__fish_append , ${words})"` : quoted(words)];
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
