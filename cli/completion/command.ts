// In: the program. Out: its command that prints what makes a shell complete it.
// Knows no shell.

import { Command } from 'commander';

import { type Locale, inEach, wordsIn } from '../../src/locale/locale.ts';
import { Failure } from '../../src/workspace/failure.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;

const completionWords = {
  summary: {
    en: 'print what makes a shell complete commands, options and their values',
    'zh-CN': '输出 shell 补全脚本，用于补全命令、选项及其值',
  },
  description: {
    en: `Prints a script for the shell, made from the commands and options of this version:

  bash  eval "$(cygnet completion bash)"       in ~/.bashrc
  zsh   eval "$(cygnet completion zsh)"        in ~/.zshrc, behind compinit
  fish  cygnet completion fish | source        in ~/.config/fish/config.fish`,
    'zh-CN': `输出 shell 补全脚本，由此版本的命令和选项生成：

  bash  eval "$(cygnet completion bash)"       写入 ~/.bashrc
  zsh   eval "$(cygnet completion zsh)"        写入 ~/.zshrc，放在 compinit 之后
  fish  cygnet completion fish | source        写入 ~/.config/fish/config.fish`,
  },
  shell: { en: 'the shell', 'zh-CN': '所用的 shell' },
};

export function completionCommand(program: Command, locale: Locale): Command {
  const say = wordsIn(completionWords, locale);
  return new Command('completion')
    .summary(say.summary)
    .description(say.description)
    .argument('[shell]', say.shell)
    .action(async (name: string | undefined) => {
      const { completionOf } = await import('./tree.ts');
      const { scriptFor } = await import('./scripts.ts');
      const shell = shells.find((known) => known === name);
      if (!shell) throw whichShell(name);
      process.stdout.write(scriptFor[shell](completionOf(program)));
    });
}

function whichShell(name: string | undefined): Failure {
  const known = inEach(() => shells.map((shell) => `cygnet completion ${shell}`).join('\n'));
  if (name === undefined)
    return new Failure({ what: { en: 'for which shell?', 'zh-CN': '要为哪个 shell 生成补全？' }, why: known });
  return new Failure({
    what: { en: `there is no completion for the shell ${name}`, 'zh-CN': `没有 ${name} 的补全` },
    why: known,
  });
}
