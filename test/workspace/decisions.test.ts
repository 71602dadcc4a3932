// Decisions by themselves: what a file of them may hold, which name a site has in it, and which decision is about which site when
// the program was edited in between.

import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';

import { type Decision, decisionsText, parseDecisions } from '../../src/workspace/decisions/format.ts';
import { decisionOf, matchDecisions } from '../../src/workspace/decisions/match.ts';
import type { InEach } from '../../src/locale/locale.ts';
import { Failure } from '../../src/workspace/failure.ts';
import type { FileResult } from '../../src/workspace/file-result.ts';
import { memoryFiles } from '../../src/workspace/memory.ts';
import { openWorkspace } from '../../src/workspace/workspace.ts';

const call = "swan.request({ url: 'https://example.com/list' });\n";
const other = "swan.request({ url: 'https://example.com/other' });\n";

async function filesOf(texts: Record<string, string>): Promise<readonly FileResult[]> {
  const files = memoryFiles(new Map(Object.entries(texts).map(([name, text]) => [`/app/${name}`, text])));
  const detail = { hasText: false, hasHunks: false, hasNames: true };
  return (await (await openWorkspace({ cwd: '/app', target: 'wx', detail }, { files })).settle()).files;
}

/** A decision for each site, with its answer. */
async function decide(texts: Record<string, string>, answers: readonly Decision['answer'][]): Promise<Decision[]> {
  const sites = (await filesOf(texts)).flatMap((file) => file.sites.map((site) => ({ file, site })));
  return answers.map((answer, i) => {
    const { file, site } = sites[i] ?? {};
    const decision = file && site && decisionOf('/app', file, site, { answer });
    if (!decision) throw new Error(`there is no site ${i}`);
    return decision;
  });
}

/** What each site of now was answered, and what has no site. */
async function match(decisions: readonly Decision[], texts: Record<string, string>, more: object = {}) {
  const files = await filesOf(texts);
  const run = { root: '/app', files, isForFile: () => true, ...more };
  const matched = matchDecisions({ version: 1, target: 'wx', sites: [...decisions] }, run);
  const answers = files.flatMap((file) => file.sites.map((site) => matched.of(site)?.answer));
  return { ...matched, answers, lost: matched.unmatched.map(({ decision, why }) => `${decision.line} ${why}`) };
}

const app = { 'app.json': '{}' };

describe('a decision is about the call that was answered', () => {
  it.each([
    ['nothing was edited', call + other, call + other, ['accept', 'reject'], ['accept', 'reject']],
    ['it moved down', call + other, `// new\n\n${call}// new\n${other}`, ['accept', 'reject'], ['accept', 'reject']],
    ['the two changed places', call + other, other + call, ['accept', 'reject'], ['reject', 'accept']],
    ['the line ends are others', `${call}f();\n`, `${call}f();\n`.replaceAll('\n', '\r\n'), ['accept'], ['accept']],
    ['it is elsewhere indented', call, `{\n    ${call}}\n`, ['reject'], ['reject']],
    [
      'calls that read the same stand elsewhere',
      `f();\n${call}g();\n${call}h();\n`,
      `f();\n${call}g();\n\n${call}h();\n`,
      ['accept', 'reject'],
      ['accept', 'reject'],
    ],
    [
      'one that reads the same is gone',
      `f();\n${call}g();\nh();\ni();\n${call}j();\n`,
      `i();\n${call}j();\n`,
      ['accept', 'reject'],
      ['reject'],
    ],
    [
      'one that reads the same is new',
      `f();\n${call}g();\n`,
      `${call}z();\ny();\nf();\n${call}g();\n`,
      ['reject'],
      [undefined, 'reject'],
    ],
  ] as const)('when %s', async (_, before, after, given, wanted) => {
    const decisions = await decide({ ...app, 'a.js': before }, given);
    expect((await match(decisions, { ...app, 'a.js': after })).answers).toEqual(wanted);
  });
});

describe('a decision that is about no call is named with the reason', () => {
  it.each([
    ['edited', call, other, ['accept'], '1 changed'],
    ['taken out', call + other, other.replace(';', ';;'), ['reject', 'accept'], '1 gone'],
    ['of a file that has none any more', call, '', ['accept'], '1 gone'],
    ['one of several that read the same', call, `${call}z();\n${call}y();\n`, ['accept'], '1 alike'],
    ['one of fewer that read the same', call.repeat(6), call.repeat(5), [undefined, undefined, 'accept'], '3 alike'],
    ['kept now', call, `swan.request = mock;\n${call}`, ['accept'], '1 otherVerdict'],
  ] as const)('%s', async (_, before, after, given, reason) => {
    const decisions = (await decide({ ...app, 'a.js': before }, given)).filter(({ answer }) => answer !== undefined);
    const { lost, answers } = await match(decisions, { ...app, 'a.js': after });
    expect(lost).toEqual([reason]);
    expect(answers.filter((answer) => answer === decisions[0]?.answer)).toEqual([]);
  });

  it('a call that stays anyway may be rejected', async () => {
    const decisions = await decide({ ...app, 'a.js': call }, ['reject']);
    expect((await match(decisions, { ...app, 'a.js': `swan.request = mock;\n${call}` })).lost).toEqual([]);
  });

  it('what the run is not for is counted, and two answers for one call are told', async () => {
    const [one] = await decide({ ...app, 'a.js': call }, ['accept']);
    if (!one) throw new Error('there is no decision');
    const texts = { ...app, 'a.js': call };
    expect(await match([one], texts, { isForFile: () => false })).toMatchObject({ elsewhere: 1, answers: [undefined] });
    expect(await match([one], texts, { only: ['uploadFile'] })).toMatchObject({ elsewhere: 1, unmatched: [] });
    const { contradictions } = await match([one, { ...one, answer: 'reject' }], texts);
    expect(contradictions).toHaveLength(1);
    const { answers } = await match([{ ...one, answer: undefined, reviewed: true }, one], texts);
    expect(answers).toEqual(['accept']);
  });
});

describe('the file', () => {
  const isValid = new Ajv({ strict: false }).compile(
    JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../decisions.schema.json'), 'utf8')) as object,
  );
  const given = { ...app, 'a.js': `${call}${call}`, 'b/b.js': other };

  it('is read as it was written, and is what its schema says', async () => {
    const sites = await decide(given, ['accept', 'reject', undefined]);
    const reviewed = { ...sites[2], reviewed: true } as Decision;
    const text = decisionsText({ version: 1, target: 'wx', sites: [reviewed, ...sites.slice(0, 2)] });
    const { sites: again } = parseDecisions(text, 'd.json');
    expect(again.map(({ file, line, answer }) => `${file}:${line} ${answer ?? ''}`)).toEqual([
      'a.js:1 accept',
      'a.js:2 reject',
      'b/b.js:1 ',
    ]);
    expect(decisionsText({ version: 1, target: 'wx', sites: again })).toBe(text);
    expect(isValid(JSON.parse(text))).toBe(true);
    expect(isValid(JSON.parse(text.replace('"line"', '"lines"')))).toBe(false);
  });

  const site =
    '"file": "a.js", "line": 1, "column": 1, "api": "request", "hash": "0123456789abcdef", "around": "0123456789abcdef", "verdict": "native"';
  it.each([
    ['{', 'd.json are not valid JSON', ''],
    ['7', 'holds no decisions', 'The file should be an object'],
    ['{ "version": 1, "target": "wx", "sites": [3] }', 'holds no decisions', 'sites[0] should be an object'],
    ['[]', 'holds no decisions', 'version is missing'],
    ['{ "version": 2, "target": "wx", "sites": [] }', 'holds no decisions', 'version should be 1: this cygnet'],
    ['{ "version": 1, "target": "vx", "sites": [] }', 'holds no decisions', 'target should be one of fetch, axios, wx'],
    ['{ "version": 1, "target": "wx" }', 'holds no decisions', 'sites is missing'],
    [
      '{ "version": 1, "target": "wx", "sites": [], "site": 1 }',
      'holds no decisions',
      'no field site. Did you mean sites?',
    ],
    [
      `{ "version": 1, "target": "wx", "sites": [{ ${site}, "anwser": "accept" }] }`,
      'holds no decisions',
      'no field sites[0].anwser. Did you mean answer?',
    ],
    [
      `{ "version": 1, "target": "wx", "sites": [{ ${site}, "answer": "yes" }] }`,
      'holds no decisions',
      'sites[0].answer should be accept or reject',
    ],
    [
      `{ "version": 1, "target": "wx", "sites": [{ ${site} }] }`,
      'holds no decisions',
      'sites[0] should be one that says something',
    ],
    [
      `{ "version": 1, "target": "wx", "sites": [{ ${site}, "answer": "accept", "nth": 2 }] }`,
      'holds no decisions',
      'nth and of go together',
    ],
    [
      `{ "version": 1, "target": "wx", "sites": [{ "answer": "accept" }] }`,
      'holds no decisions',
      'sites[0].file is missing',
    ],
  ])('%s is refused', (text, what, why) => {
    const parts = partsOf(text);
    expect(said(parts.what)).toContain(what);
    expect(`${said(parts.why)} ${said(parts.help)}`).toContain(why);
  });
});

function said(saying?: InEach<string>): string {
  return saying?.en ?? '';
}

function partsOf(text: string): Failure['parts'] {
  try {
    parseDecisions(text, 'd.json');
  } catch (error) {
    if (error instanceof Failure) return error.parts;
    throw error;
  }
  throw new Error('it was taken');
}
