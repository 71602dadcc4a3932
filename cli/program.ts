// In: the words of the command line. Out: the command that they ask for, run, and its exit code.
// Commands and their needs are loaded when they run, so that the help is quick. Only this file and options.ts know commander.

import { Command, CommanderError, Option } from 'commander';

import description from '../package.json' with { type: 'json' };
import { targets } from '../src/targets.ts';
import type { Flags } from '../src/workspace/options.ts';
import type { ExitCode } from './exit-code.ts';
import { addOptions } from './options.ts';
import { inert } from './inert.ts';
import type { Speech } from './speech.ts';

/** Runs what `args` (without node and script) ask for. @throws Failure */
export async function runProgram(args: readonly string[], speech: Speech): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = buildProgram(speech, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    // Commander has said what is wrong; help and version are no faults.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return exitCode;
}

type Finish = (code: ExitCode) => void;

const titles = Object.values(targets).map(({ title }) => title.en);

/** `fetch, axios or WeChat wx` */
function either(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);
}

function buildProgram(speech: Speech, finish: Finish): Command {
  const program = new Command('cygnet')
    .description(
      `Moves Baidu Smart Program (swan) network calls to ${either(titles)}: right or refused, never guessed.`,
    )
    .version(description.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('(cygnet --help lists the commands; cygnet COMMAND --help its options)')
    .configureHelp({ sortOptions: false })
    .exitOverride()
    .configureOutput({ writeErr: (text) => process.stderr.write(inert(text)) })
    .addHelpText(
      'after',
      `
Examples:
  cygnet migrate --to fetch                  show what would change, as a diff; nothing is written
  cygnet migrate pages --to axios --write    change the files below pages
  cygnet undo                                take that back
  cygnet scan                                list every network call, and the hosts
  cygnet explain relative-url                say what a code means

Exit codes: 0 everything done, nothing left; 1 something is left for a person; 2 wrong use, or a fault of cygnet.`,
    );
  addOptions(program, 'any', speech.locale);
  program.addCommand(migrateCommand(speech, finish));
  program.addCommand(scanCommand(speech, finish));
  program.addCommand(checkCommand(speech, finish));
  program.addCommand(undoCommand(speech, finish));
  program.addCommand(explainCommand(speech, finish));
  program.addCommand(lspCommand(speech));
  for (const command of program.commands) {
    command
      .copyInheritedSettings(program)
      .helpOption('-h, --help', 'print this help')
      .showHelpAfterError(`(cygnet ${command.name()} --help lists the options)`);
  }
  return program;
}

function migrateCommand(speech: Speech, finish: Finish): Command {
  const command = new Command('migrate')
    .summary('rewrite swan network calls for a target (a preview, unless --write)')
    .description(
      'Plans the rewrite of every swan network call below the paths and prints it as a unified diff that git apply accepts,\n' +
        'then a summary on standard error. Changes nothing without --write.',
    )
    .argument('[paths...]', 'files, folders or patterns (default: the current folder)');
  addOptions(command, 'migrate', speech.locale)
    .addHelpText(
      'after',
      `
The root is the nearest folder upwards with an app.json, else a package.json, else a pages.json, else the current one.
A program below it (a folder with an app.json, or what uni-app, Taro, mpx or wepy have in its place) gets a shim of its own,
with its own networkTimeout; all other files use that of the root.

Examples:
  cygnet migrate --to fetch
  cygnet migrate pages utils/request.js --to axios --write
  cygnet migrate --to wx --report html=report.html
  cygnet migrate --to fetch | git apply
  cat a.js | cygnet migrate --to fetch --stdin --stdin-filename pages/a.js`,
    )
    .action(async (paths: string[], flags: Flags) => {
      const { runMigrate } = await import('./run-command.ts');
      finish(await runMigrate(paths, flags, speech));
    });
  return command;
}

function scanCommand(speech: Speech, finish: Finish): Command {
  const command = new Command('scan')
    .summary('list every swan network call')
    .description(
      'The inventory: every network call with its form, the hosts it talks to, wrapper functions,\nand a count of the other swan APIs, which cygnet leaves alone.',
    )
    .argument('[paths...]', 'files, folders or patterns (default: the current folder)');
  return addOptions(command, 'scan', speech.locale)
    .addHelpText('after', '\nExamples:\n  cygnet scan\n  cygnet scan pages --only request --report json=calls.json')
    .action(async (paths: string[], flags: Flags) => {
      const { runScan } = await import('./run-command.ts');
      finish(await runScan(paths, flags, speech));
    });
}

function checkCommand(speech: Speech, finish: Finish): Command {
  const command = new Command('check')
    .summary('for CI: say where swan network calls are left')
    .description('Says where swan network calls are left. The exit code is 1 when there are any.')
    .argument('[paths...]', 'files, folders or patterns (default: the current folder)');
  return addOptions(command, 'check', speech.locale)
    .addHelpText(
      'after',
      `
Examples:
  cygnet check
  cygnet check --baseline swan-calls.json --update-baseline
  cygnet check --baseline swan-calls.json --report github`,
    )
    .action(async (paths: string[], flags: Flags) => {
      const { runCheck } = await import('./run-command.ts');
      finish(await runCheck(paths, flags, speech));
    });
}

function undoCommand(speech: Speech, finish: Finish): Command {
  const command = new Command('undo')
    .summary('take the last --write back, byte for byte')
    .description(
      'Takes the last --write back, byte for byte. Refuses when a file was edited since, and then touches none.\n' +
        'The originals stay in .cygnet in the root until every file is as it was.',
    )
    .argument('[folder]', 'the project: its root, or a folder in it (default: the current folder)');
  return addOptions(command, 'undo', speech.locale)
    .addHelpText('after', '\nExamples:\n  cygnet undo\n  cygnet undo path/to/project\n  cygnet undo --keep-edited')
    .action(async (folder: string | undefined, flags: Flags) => {
      const { runUndo } = await import('./run-command.ts');
      finish(await runUndo(folder, flags, speech));
    });
}

function explainCommand(speech: Speech, finish: Finish): Command {
  const command = new Command('explain')
    .summary('say what a diagnostic means')
    .description('What a diagnostic means, with an example and what to do. Without a code: all codes.')
    .argument('[code]', 'the code, as it stands behind a message');
  return addOptions(command, 'explain', speech.locale)
    .addHelpText('after', '\nExamples:\n  cygnet explain\n  cygnet explain relative-url')
    .action(async (code: string | undefined, flags: Flags) => {
      const { runExplain } = await import('./run-command.ts');
      finish(await runExplain(code, flags, speech));
    });
}

function lspCommand(speech: Speech): Command {
  const command = new Command('lsp')
    .summary('the language server, for editors')
    .description(
      'The language server: editors start it, and show its diagnostics, fixes and hovers. docs/editors.md says how.\n' +
        'Takes its settings from the editor (section cygnet) and from the config file.',
    )
    .option('--stdio', 'talk over standard input and output')
    // Clients made for VS Code say whose server it is; the server looks for it itself, and ends when that process does.
    .addOption(new Option('--clientProcessId <number>').hideHelp());
  return addOptions(command, 'lsp', speech.locale).action(async ({ stdio }: { readonly stdio?: boolean }) => {
    const { runLanguageServer } = await import('./commands/lsp.ts');
    await runLanguageServer(stdio === true, speech);
  });
}
