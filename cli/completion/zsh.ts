// In: what may be offered. Out: a script that teaches zsh to offer it, with the help beside each word. It may lie as `_cygnet` in a
// folder of $fpath, or be evaluated.
// Knows no command.

import type { Completion, Offered, OfferedOption } from './tree.ts';

export function zshCompletion({ name, options, commands }: Completion): string {
  const listed = commands.map((command) => `      ${quoted(`${escaped(command.name)}:${command.help}`)}`);
  const cases = commands.map((command) => {
    const specs = [...command.options.flatMap(optionSpecs), quoted(`*:${argumentSpec(command.argument)}`)];
    return `    ${command.name})
      _arguments -s \\
${specs.map((spec) => `        ${spec}`).join(' \\\n')} ;;`;
  });
  return `#compdef ${name}
# ${name} in zsh: eval "$(${name} completion zsh)", or this text as _${name} in a folder of $fpath.
_${name}() {
  local curcontext="$curcontext" state line
  local -a commands
  _arguments -C -s \\
${options
  .flatMap(optionSpecs)
  .map((spec) => `    ${spec} \\`)
  .join('\n')}
    '1:command:->command' '*::argument:->argument'
  if [[ $state == command ]]; then
    commands=(
${listed.join('\n')}
    )
    _describe command commands
  elif [[ $state == argument ]]; then
    case $words[1] in
${cases.join('\n')}
    esac
  fi
}
if [ "$funcstack[1]" = "_${name}" ]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
}

/** `--to=[the target]:value:(fetch axios wx)`; each name is one of its own, and may come again. */
function optionSpecs({ names, help, value }: OfferedOption): string[] {
  return names.map((flag) => {
    const takes = value ? `:${argumentSpec(value)}` : '';
    const form = value && flag.startsWith('--') ? `${flag}=` : flag;
    return quoted(`*${form}[${help.replace(/[[\]\\]/g, '\\$&')}]${takes}`);
  });
}

function argumentSpec(offered: Offered): string {
  if (offered.kind === 'file') return 'file:_files';
  if (offered.kind === 'any') return 'value: ';
  const words = offered.words.join(' ');
  return offered.isList ? `value:_values -s , value ${words}` : `value:(${words})`;
}

function escaped(word: string): string {
  return word.replaceAll(':', '\\:');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
