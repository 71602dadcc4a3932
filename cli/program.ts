// In: the words of the command line. Out: the command that they ask for, run, and its exit code.
// Commands and their needs are loaded when they run, so that the help is quick. Only this file, options.ts,
// help.ts, usage.ts and completion/ know commander.

import { Command, CommanderError, Option } from 'commander';

import description from '../package.json' with { type: 'json' };
import { wordsIn } from '../src/locale/locale.ts';
import type { Flags } from '../src/workspace/options.ts';
import { completionCommand } from './completion/command.ts';
import type { ExitCode } from './exit-code.ts';
import { type HelpWish, addAfterHelp, isShortHelp, setHelp } from './help.ts';
import { inert } from './inert.ts';
import { addOptions } from './options.ts';
import { programWords } from './program-words.ts';
import type { Speech } from './speech.ts';
import { canAsk } from './streams.ts';
import { usageFailure } from './usage.ts';

/** Runs what `args` (without node and script) ask for. @throws Failure */
export async function runProgram(args: readonly string[], speech: Speech): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = buildProgram(speech, isShortHelp(args), (code) => {
    exitCode = code;
  });
  try {
    // At a terminal whoever says nothing is asked.
    await program.parseAsync(args.length === 0 && canAsk() ? ['migrate'] : [...args], { from: 'user' });
  } catch (error) {
    // Help and version are no faults; a help that nobody asked for is.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return exitCode;
}

type Finish = (code: ExitCode) => void;

/** What each command is made with. */
interface Making {
  readonly speech: Speech;
  readonly wish: HelpWish;
  readonly finish: Finish;
}

function buildProgram(speech: Speech, isShort: boolean, finish: Finish): Command {
  const { locale } = speech;
  const wish = { locale, isShort };
  const say = wordsIn(programWords, locale);
  const program = new Command('cygnet')
    .description(say.program)
    .version(description.version, '-V, --version', say.version)
    .configureOutput({ writeErr: (text) => process.stderr.write(inert(text)), outputError: () => undefined });
  addOptions(program, 'any', wish);
  const making = { speech, wish, finish };
  program.commandsGroup(say.moving);
  program.addCommand(migrateCommand(making)).addCommand(undoCommand(making));
  program.commandsGroup(say.looking);
  program.addCommand(scanCommand(making)).addCommand(checkCommand(making)).addCommand(explainCommand(making));
  program.commandsGroup(say.others);
  program
    .addCommand(lspCommand(making))
    .addCommand(completionCommand(program, locale))
    .helpCommand('help [command]', say.helpCommand);
  for (const command of [program, ...program.commands]) {
    if (command !== program) command.copyInheritedSettings(program);
    setHelp(command, wish);
    command.exitOverride((error) => {
      throw usageFailure(error, command);
    });
  }
  const examples = [
    ['cygnet migrate --to fetch', say.toFetch],
    ['cygnet migrate pages --to axios --write', say.toAxios],
    ['cygnet undo', say.toUndo],
    ['cygnet scan', say.toScan],
    ['cygnet explain relative-url', say.toExplain],
  ] as const;
  addAfterHelp(program, { examples, end: say.exitCodes }, wish);
  return program;
}

function migrateCommand({ speech, wish, finish }: Making): Command {
  const say = wordsIn(programWords, speech.locale);
  const command = new Command('migrate')
    .summary(say.migrate)
    .description(say.migrateAbout)
    .argument('[paths...]', say.paths);
  addOptions(command, 'migrate', wish).action(async (paths: string[], flags: Flags) => {
    const { runMigrate } = await import('./run-migrate.ts');
    finish(await runMigrate(paths, flags, speech));
  });
  const examples = [
    'cygnet migrate --to fetch',
    'cygnet migrate pages utils/request.js --to axios --write',
    'cygnet migrate --to wx --report html=report.html',
    'cygnet migrate --to fetch | git apply',
    'cat a.js | cygnet migrate --to fetch --stdin --stdin-filename pages/a.js',
  ];
  addAfterHelp(command, { about: [say.root, say.programs], examples }, wish);
  return command;
}

function scanCommand({ speech, wish, finish }: Making): Command {
  const say = wordsIn(programWords, speech.locale);
  const command = new Command('scan').summary(say.scan).description(say.scanAbout).argument('[paths...]', say.paths);
  addOptions(command, 'scan', wish).action(async (paths: string[], flags: Flags) => {
    const { runScan } = await import('./run-command.ts');
    finish(await runScan(paths, flags, speech));
  });
  const examples = ['cygnet scan', 'cygnet scan pages --only request --report json=calls.json'];
  addAfterHelp(command, { examples }, wish);
  return command;
}

function checkCommand({ speech, wish, finish }: Making): Command {
  const say = wordsIn(programWords, speech.locale);
  const command = new Command('check').summary(say.check).description(say.checkAbout).argument('[paths...]', say.paths);
  addOptions(command, 'check', wish).action(async (paths: string[], flags: Flags) => {
    const { runCheck } = await import('./run-command.ts');
    finish(await runCheck(paths, flags, speech));
  });
  const examples = [
    'cygnet check',
    'cygnet check --baseline swan-calls.json --update-baseline',
    'cygnet check --baseline swan-calls.json --report github',
  ];
  addAfterHelp(command, { examples }, wish);
  return command;
}

function undoCommand({ speech, wish, finish }: Making): Command {
  const say = wordsIn(programWords, speech.locale);
  const command = new Command('undo').summary(say.undo).description(say.undoAbout).argument('[folder]', say.folder);
  addOptions(command, 'undo', wish).action(async (folder: string | undefined, flags: Flags) => {
    const { runUndo } = await import('./run-command.ts');
    finish(await runUndo(folder, flags, speech));
  });
  addAfterHelp(
    command,
    { examples: ['cygnet undo', 'cygnet undo path/to/project', 'cygnet undo --keep-edited'] },
    wish,
  );
  return command;
}

function explainCommand({ speech, wish, finish }: Making): Command {
  const say = wordsIn(programWords, speech.locale);
  const command = new Command('explain')
    .summary(say.explain)
    .description(say.explainAbout)
    .argument('[code]', say.code);
  addOptions(command, 'explain', wish).action(async (code: string | undefined, flags: Flags) => {
    const { runExplain } = await import('./run-command.ts');
    finish(await runExplain(code, flags, speech));
  });
  addAfterHelp(command, { examples: ['cygnet explain', 'cygnet explain relative-url'] }, wish);
  return command;
}

function lspCommand({ speech, wish }: Making): Command {
  const say = wordsIn(programWords, speech.locale);
  const command = new Command('lsp')
    .summary(say.lsp)
    .description(say.lspAbout)
    .option('--stdio', say.stdio)
    // Clients made for VS Code say whose server it is; the server looks for it itself, and ends when that process does.
    .addOption(new Option('--clientProcessId <number>').hideHelp());
  return addOptions(command, 'lsp', wish).action(async ({ stdio }: { readonly stdio?: boolean }) => {
    const { runLanguageServer } = await import('./commands/lsp.ts');
    await runLanguageServer(stdio === true, speech);
  });
}
