// In: patterns as a person writes them for paths, --include and --exclude: one dialect for all three. Out: which paths
// they mean, and which of them meant none. `*` stands for anything within one folder, `**` for any folders, `?`, `[…]`
// and `{a,b}` as in shells; what names a folder means all that is in it.
// Knows nothing of what a pattern is for.

import { Failure } from '../failure.ts';
import { matchesGlob, parseGlob } from './glob.ts';

export interface Patterns {
  /** @param file relative to what the patterns count from, with `/` */
  matches(file: string): boolean;
  /** Those that no path has matched so far, as they were written. */
  unused(): string[];
}

/** The folder in which all that the pattern means lies; undefined for what is a path and no pattern. */
export function folderOf(glob: string): string | undefined {
  const parts = glob.split('/');
  const first = parts.findIndex((part) => /[*?[{]/.test(part));
  if (first < 0) return undefined;
  return parts.slice(0, first).join('/') || (glob.startsWith('/') ? '/' : '.');
}

/** @throws Failure when a pattern would mean the contrary of what stands in it */
export function compilePatterns(globs: readonly string[], flag: string): Patterns {
  const compiled = globs.map((glob) => {
    const plain = glob.replace(/^(?:\.\/)+/, '').replace(/(?<!\/)\/+$/, '');
    if (plain.startsWith('!')) {
      throw new Failure({
        what: {
          en: `${flag} ${glob} begins with !, which no pattern here can`,
          'zh-CN': `${flag} ${glob} 以 ! 开头，而这里的模式不支持 !`,
        },
        help: {
          en: 'Name what is meant: --exclude leaves files out, --include takes them in.',
          'zh-CN': '请直接写明所指的文件：--exclude 排除文件，--include 纳入文件。',
        },
      });
    }
    // A folder that is meant is meant with all that is in it.
    const all = expandBraces(plain, `${flag} ${glob}`).map((one) => parseGlob(`${one}/**`));
    return { glob, isMatch: (file: string) => all.some((one) => matchesGlob(one, file)), isUsed: false };
  });
  return {
    matches(file) {
      const hits = compiled.filter(({ isMatch }) => isMatch(file));
      for (const hit of hits) hit.isUsed = true;
      return hits.length > 0;
    },
    unused: () => compiled.filter(({ isUsed }) => !isUsed).map(({ glob }) => glob),
  };
}

/** In characters, over all that one pattern stands for. */
const mostText = 100_000;

/** `{a,b}.js` → `a.js`, `b.js`. Each pair of braces doubles what stands behind it, so there is an end to it. */
function expandBraces(glob: string, shown: string): string[] {
  const open = [glob];
  const done: string[] = [];
  let written = 0;
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const braces = innermostBraces(one);
    if (!braces) done.push(one);
    else {
      const [before, behind] = [one.slice(0, braces.start), one.slice(braces.end)];
      written += braces.alternatives.length * one.length;
      if (written > mostText) {
        throw new Failure({
          what: { en: `${shown} stands for too many patterns`, 'zh-CN': `${shown} 展开后的模式过多` },
          help: { en: 'Write fewer braces, or several patterns.', 'zh-CN': '请少用花括号，或分成几个模式来写。' },
        });
      }
      open.push(...braces.alternatives.map((alternative) => before + alternative + behind));
    }
  }
  return done;
}

interface Braces {
  readonly start: number;
  readonly end: number;
  readonly alternatives: readonly string[];
}

/** Braces without a comma are a part of the name. */
function innermostBraces(glob: string): Braces | undefined {
  const open: { start: number; commas: number[] }[] = [];
  for (let at = 0; at < glob.length; at++) {
    const sign = glob[at];
    if (sign === '\\') at++;
    else if (sign === '{') open.push({ start: at, commas: [] });
    else if (sign === ',') open.at(-1)?.commas.push(at);
    else if (sign === '}') {
      const pair = open.pop();
      if (!pair || pair.commas.length === 0) continue;
      const marks = [pair.start, ...pair.commas, at];
      const alternatives = marks.slice(1).map((mark, i) => glob.slice((marks[i] ?? 0) + 1, mark));
      return { start: pair.start, end: at + 1, alternatives };
    }
  }
  return undefined;
}
