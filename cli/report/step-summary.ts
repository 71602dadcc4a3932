// In: a run, and the environment of a GitHub workflow. Out: the Markdown report behind what was run, for the page of the workflow's run;
// and the file that GitHub wants it appended to.
// Knows nothing of what the report says.

import { Buffer } from 'node:buffer';
import { appendFile } from 'node:fs/promises';

import { Failure, whyOf } from '../../src/workspace/failure.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { code, gfm, inLines } from './markdown-text.ts';
import { markdownReport } from './markdown.ts';

/** GitHub shows nothing of a step that wrote more. */
const mostBytes = 1024 * 1024;
/** What other commands of the step may want to say. */
const leftForOthers = 64 * 1024;

export function stepSummary(run: Run): string {
  const { provenance } = run;
  const commit = provenance?.commit === undefined ? gfm`` : gfm` (${code(provenance.commit.slice(0, 12))})`;
  const origin = provenance ? inLines([gfm``, gfm`${code(provenance.commandLine)}${commit}`, gfm``]) : '';
  return cut(`${markdownReport(run)}${origin}`);
}

/** Whole lines, so that no character is cut. */
function cut(text: string): string {
  if (Buffer.byteLength(text) <= mostBytes - leftForOthers) return text;
  let room = mostBytes - leftForOthers;
  const lines = text.split('\n');
  const end = lines.findIndex((line) => (room -= Buffer.byteLength(line) + 1) < 0);
  return `${lines.slice(0, end).join('\n')}\n\n…\n`;
}

/** @throws Failure when this is no step of a workflow */
export function requireSummaryFile(env: NodeJS.ProcessEnv): string {
  const { GITHUB_STEP_SUMMARY: file } = env;
  if (file !== undefined && file !== '') return file;
  throw new Failure({
    what: {
      en: 'there is no step whose summary this could be: GITHUB_STEP_SUMMARY is not set',
      'zh-CN': '没有可写入摘要的步骤：未设置 GITHUB_STEP_SUMMARY',
    },
    help: {
      en: 'Outside of a GitHub workflow name a file: --report step-summary=FILE',
      'zh-CN': '在 GitHub 工作流之外，请指定文件：--report step-summary=FILE',
    },
  });
}

export async function appendSummary(text: string, env: NodeJS.ProcessEnv): Promise<void> {
  const file = requireSummaryFile(env);
  try {
    await appendFile(file, text);
  } catch (error) {
    throw new Failure({
      what: { en: `${file} could not be written`, 'zh-CN': `无法写入 ${file}` },
      why: whyOf(error),
    });
  }
}
