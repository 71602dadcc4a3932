// In: code on standard input and a name for it. Out: the code after the rewrite on standard output, the summary on
// standard error. Reads and writes no file: the shim is for a run over the project to write.

import path from 'node:path';

import { scriptPattern } from '../../src/workspace/choices.ts';
import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import type { InEach } from '../../src/locale/locale.ts';
import { Failure } from '../../src/workspace/failure.ts';
import { mostBytes } from '../../src/workspace/files.ts';
import type { Machine } from '../../src/workspace/machine.ts';
import { shownPath } from '../../src/workspace/paths.ts';
import { findRoot } from '../../src/workspace/root.ts';
import type { FileResult } from '../../src/workspace/file-result.ts';
import { findPrograms, namedPrograms, programsOf } from '../../src/workspace/programs/programs.ts';
import { plainMachine, withMachine } from '../plan/machine.ts';
import { isTooDeep } from '../../src/workspace/plain-results.ts';
import { type FileJob, type FileTask, rewriteText } from '../../src/workspace/rewrite-file.ts';
import { findPackedFolders } from '../../src/workspace/programs/packed-folders.ts';
import { findShimHomes, specifierAt } from '../../src/workspace/shims/shim-homes.ts';
import { placeShim } from '../../src/workspace/shims/shim-place.ts';
import { checkReports, detailFor, takesOutput, writeReports } from '../report/reports.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { summaryOf } from '../report/summary.ts';
import type { MigrateSettings } from '../settings.ts';
import type { Streams } from '../streams.ts';

export async function migrateInput(settings: MigrateSettings, name: string, streams: Streams): Promise<ExitCode> {
  const taken = takesOutput(settings.reports);
  if (taken) {
    throw new Failure({
      what: {
        en: `with --stdin the code goes to standard output, and so would the ${taken.format} report`,
        'zh-CN': `使用 --stdin 时代码写到标准输出，而 ${taken.format} 报告也要写到那里`,
      },
      help: {
        en: `Give the report a file: --report ${taken.format}=FILE`,
        'zh-CN': `请为报告指定文件：--report ${taken.format}=FILE`,
      },
    });
  }
  requireScriptName(name);
  const file = path.resolve(settings.cwd, name);
  const { files } = plainMachine;
  const root = findRoot(files, settings.cwd, [path.dirname(file)]);
  await checkReports(settings.reports);
  const text = await readInput();
  const { target, style, sockets, only, shim, isMarked, isUnwrapped } = settings;
  const rules = { target, style, sockets, mark: isMarked, unwrap: isUnwrapped };
  const job: FileJob = {
    ...rules,
    hasText: true,
    hasHunks: false,
    ...detailFor(settings.reports),
    ...(only && { only }),
  };
  const { cwd, project } = settings;
  const { readTsconfig } = plainMachine;
  const wish = {
    files,
    cwd,
    root,
    ...(readTsconfig && { readTsconfig }),
    ...(shim !== undefined && { shim }),
    ...(project !== undefined && { project }),
  };
  const found = { file: shownPath(cwd, file), path: file, isIncluded: true };
  const programOf = findPrograms(files, root);
  const home = (await findShimHomes(wish, [found], findPackedFolders(files, root, programOf)))(file);
  const isTypeScript = /\.[cm]?tsx?$/i.test(name);
  const importers = {
    hasTypeScript: isTypeScript,
    hasCommonJs: false,
    hasModuleExtension: /\.m[jt]s$/i.test(name),
    isTypeIgnored: !/\.c[jt]s$/i.test(name),
  };
  const guess = placeShim(files, home.wish, importers);
  let result = await rewriteInput({ found, specifier: specifierAt(file, guess, home), text }, job);
  if (home.fault && result.shim.length > 0) throw home.fault;
  const hasCommonJs = result.shim.length > 0 && result.module === 'cjs';
  const place = placeShim(files, home.wish, {
    ...importers,
    hasTypeScript: isTypeScript || result.typescript,
    hasCommonJs,
  });
  if (place.path !== guess.path) {
    result = await rewriteInput({ found, specifier: specifierAt(file, place, home), text }, job);
  }
  streams.data(result.after ?? text);
  const run: Run = {
    ...runOf(root, result, place.path, settings),
    programs: namedPrograms(programsOf([found], programOf), cwd),
    warnings: warningsOf(result, place.path, settings.cwd),
  };
  await writeReports(run, settings.reports, streams);
  if (!settings.isQuiet) streams.err(summaryOf(run, streams.errMedium));
  return exitCodeOf([result]);
}

function requireScriptName(name: string): void {
  if (scriptPattern.test(name)) return;
  throw new Failure({
    what: {
      en: `--stdin-filename ${name} is not the name of a JavaScript or TypeScript file, or of a component that holds one`,
      'zh-CN': `--stdin-filename ${name} 不是 JavaScript 或 TypeScript 文件名，也不是含有它们的组件的文件名`,
    },
    help: {
      en: 'Let it end in .js, .mjs, .cjs, .jsx, .ts, .mts, .cts, .tsx, .vue, .uvue, .mpx, .san or .wpy.',
      'zh-CN': '请让它以 .js、.mjs、.cjs、.jsx、.ts、.mts、.cts、.tsx、.vue、.uvue、.mpx、.san 或 .wpy 结尾。',
    },
  });
}

function rewriteInput(task: FileTask & { readonly text: string }, job: FileJob): Promise<FileResult> {
  return withMachine(async (machine: Machine) => {
    const result = await rewriteText(machine, task, task.text, job);
    const deep = isTooDeep(result) ? await machine.rewriteDeep?.(task, job) : undefined;
    return typeof deep === 'object' ? deep : result;
  });
}

function runOf(root: string, result: FileResult, shim: string, { cwd, locale, target }: MigrateSettings): Run {
  return {
    root,
    looked: 1,
    leftOut: new Map(),
    unread: [],
    isPartial: false,
    files: [result],
    uncounted: 0,
    programs: [],
    warnings: [],
    locale,
    command: 'migrate',
    target,
    isWritten: true,
    isInput: true,
    shimFiles: result.shim.length > 0 ? [shownPath(cwd, shim)] : [],
  };
}

function warningsOf(result: FileResult, shim: string, cwd: string): InEach<string>[] {
  if (result.shim.length === 0) return [];
  const [names, from] = [result.shim, shownPath(cwd, shim)];
  return [
    {
      en: `the code imports ${names.join(', ')} from ${from}, which a run with --write over the project makes`,
      'zh-CN': `代码从 ${from} 导入 ${names.join('、')}；对整个项目运行 --write 会生成该文件`,
    },
  ];
}

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostBytes) {
      throw new Failure({
        what: {
          en: `standard input is larger than ${mostBytes / 1024 / 1024} MB`,
          'zh-CN': `标准输入大于 ${mostBytes / 1024 / 1024} MB`,
        },
        help: { en: 'No program has so much in one file.', 'zh-CN': '没有程序会在一个文件里放这么多内容。' },
      });
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Failure({
      what: { en: 'standard input is not UTF-8 text', 'zh-CN': '标准输入不是 UTF-8 文本' },
      help: { en: 'Convert it to UTF-8 first.', 'zh-CN': '请先转换为 UTF-8。' },
    });
  }
}
