// In: the words of the command line. Out: the command that they ask for, run to its end, and its exit code. Errors become words here.
// Knows nothing of what the commands do.

import { type InEach, type Locale, inEach } from '../src/locale/locale.ts';
import { Failure, codeOf, describeFailure, sentence, whyOf } from '../src/workspace/failure.ts';
import type { ExitCode } from './exit-code.ts';
import { inert } from './inert.ts';
import { wrapped } from './medium.ts';
import { runProgram } from './program.ts';
import { openSpeech } from './speech.ts';
import { openStreams } from './streams.ts';

/** @param loseOutput is called when standard output does not take all of it: the run goes on, and has failed */
export async function runToEnd(args: readonly string[], loseOutput: () => void): Promise<ExitCode> {
  const speech = openSpeech(args, (text) => process.stderr.write(inert(text)));
  let isLost = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // Whoever reads may leave before the end (`| head`); that is no fault.
      if (error.code === 'EPIPE' || isLost) return;
      isLost = true;
      loseOutput();
      if (stream === process.stdout) process.stderr.write(describe(outputLost(error), speech.locale));
    });
  }
  try {
    return await runProgram(args, speech);
  } catch (error) {
    process.stderr.write(inert(wrapped(openStreams(false).errMedium, describe(error, speech.locale))));
    return 2;
  }
}

function describe(error: unknown, locale: Locale): string {
  if (error instanceof Failure) return describeFailure(error.parts, locale);
  return isRefusal(error)
    ? describeFailure({ what: refusedFor(whyOf(error)), why: inEach(() => error.message) }, locale)
    : describeOwnFault(error, locale);
}

/** What is to be written to disk still is. */
function outputLost(error: unknown): Failure {
  return new Failure({
    what: { en: 'standard output took not all of it', 'zh-CN': '标准输出没有写完整' },
    why: sentence(whyOf(error)),
  });
}

function refusedFor(why: InEach<string>): InEach<string> {
  return { en: `the system refused: ${why.en}`, 'zh-CN': `系统拒绝了操作：${why['zh-CN']}` };
}

/** What Node says when a call to the system failed: nothing of ours is wrong. */
function isRefusal(error: unknown): error is Error {
  return codeOf(error) !== undefined && error instanceof Error && 'syscall' in error;
}

function describeOwnFault(error: unknown, locale: Locale): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return describeFailure(
    {
      what: {
        en: 'this is a fault in cygnet, not in your program or in what you typed',
        'zh-CN': '这是 cygnet 自身的错误，与您的程序和输入的命令无关',
      },
      why: inEach(() => trace),
      help: {
        en: 'Please report it with these lines and the command.',
        'zh-CN': '请附上以上内容和所用的命令，向我们报告。',
      },
    },
    locale,
  );
}
