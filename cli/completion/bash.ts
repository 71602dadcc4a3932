// In: what may be offered. Out: a script that teaches bash to offer it. Where it offers nothing, bash offers files.
// Knows no command.

import type { Completion, Offered, OfferedOption } from './tree.ts';

export function bashCompletion({ name, options, commands }: Completion): string {
  const words = commands.map((command) => command.name);
  const cases = commands.flatMap((command) => command.options.flatMap((option) => valueCase(command.name, option)));
  return `# ${name} in bash: eval "$(${name} completion bash)"
_${name}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= words= head= i
  # bash takes --to=fetch for three words.
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${words.join('|')}) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  COMPREPLY=()
  case "$command $prev" in
${cases.join('\n')}
  esac
  case $command in
    '') words='${[...words, ...namesOf(options)].join(' ')}' ;;
${commands.map((command) => commandCase(command.name, command.options, command.argument)).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o bashdefault -o default -F _${name} ${name}
`;
}

function namesOf(options: readonly OfferedOption[]): string[] {
  return options.flatMap((option) => option.names);
}

/** What may be offered behind a flag that takes a value; files are what is offered where nothing is. */
function valueCase(command: string, { names, value }: OfferedOption): string[] {
  if (!value) return [];
  const pattern = names.map((flag) => `'${command} ${flag}'`).join('|');
  if (value.kind !== 'words') return [`    ${pattern}) return ;;`];
  const head = value.isList ? ' [[ $cur == *,* ]] && head=${cur%,*},;' : '';
  const reply = `COMPREPLY=($(compgen -P "$head" -W '${value.words.join(' ')}' -- "\${cur#"$head"}"))`;
  return [`    ${pattern})${head} ${reply}; return ;;`];
}

/** Flags are offered where one begins; else words, where the command takes some. */
function commandCase(command: string, options: readonly OfferedOption[], argument: Offered): string {
  const flags = `[[ $cur == -* ]] && words='${namesOf(options).join(' ')}'`;
  const words = argument.kind === 'words' ? ` || words='${argument.words.join(' ')}'` : '';
  return `    ${command}) ${flags}${words} ;;`;
}
