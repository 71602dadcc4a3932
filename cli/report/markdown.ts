// In: a run. Out: Markdown for a pull request: totals, what is left and why, the notes by code.
// Knows nothing of files and streams.

import { describe } from '../../src/diagnostics/diagnostics.ts';
import { type Locale, type Wording, wordsIn } from '../../src/locale/locale.ts';
import { nothingLeft, unreadLines } from './conclusion.ts';
import { code, joined, gfm, row, inLines, type Markdown } from './markdown-text.ts';
import { needsLines } from './needs-lines.ts';
import { printableRun } from './printable-run.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { type LeftItem, apiName, isByChoice, leftOf } from './left.ts';
import { hostsOfAll, tally, totalsOf, verdicts } from '../../src/workspace/report/totals.ts';

const shownAtMost = 200;

export function markdownReport(given: Run): string {
  const run = printableRun(given);
  const isLook = run.target === undefined;
  const say = wordsIn(wording, run.locale);
  return inLines([
    ...totalsLines(run),
    ...unreadLines(run).flatMap((line) => [say.unread(line), empty]),
    ...leftLines(run),
    ...(isLook ? callLines(run) : []),
    ...noteLines(run),
    ...(isLook ? hostLines(run) : needsLines(run)),
  ]);
}

const empty = gfm``;

function totalsLines(run: Run): Markdown[] {
  const say = wordsIn(wording, run.locale);
  const totals = totalsOf(run.files);
  const isLook = run.target === undefined;
  const files = [say.looked(run.looked, totals.files)];
  if (!isLook) files.push(say.changed(totals.changed));
  if (totals.failed > 0) files.push(say.failed(totals.failed));
  const title = isLook ? say.title : gfm`## swan → ${run.target}`;
  const lines = [title, empty, gfm`${files.join(say.comma)}${say.stop}`, empty];
  const sites = run.files.flatMap((file) => file.sites);
  if (sites.length === 0) return lines;
  const columns = isLook ? [say.calls] : verdicts.filter((verdict) => totals[verdict] > 0);
  const rows = tally(sites.map(({ api }) => api)).map(([api]) => {
    const own = sites.filter((site) => site.api === api);
    const counts = columns.map((column) => own.filter(({ verdict }) => isLook || verdict === column).length);
    return row([code(apiName(api)), ...counts.map((count) => gfm`${count}`)]);
  });
  const rule = joined([gfm`|---|`, ...columns.map(() => gfm`---:|`)], '');
  return [...lines, row([gfm`API`, ...columns.map((column) => gfm`${column}`)]), rule, ...rows, empty];
}

function leftLines(run: Run): Markdown[] {
  const say = wordsIn(wording, run.locale);
  const left = leftOf(run.files);
  const [open, chosen] = [left.filter((item) => !isByChoice(item)), left.filter(isByChoice)];
  const lines: Markdown[] = [];
  if (run.target !== undefined && left.length === 0) lines.push(gfm`**${nothingLeft(run)}**`, empty);
  if (open.length > 0)
    lines.push(run.target === undefined ? say.unreadable(open.length) : say.left(open.length), empty);
  if (open.length > 0) lines.push(...itemLines(open, run.locale), empty);
  if (chosen.length > 0) lines.push(say.chosen(chosen.length), empty, ...itemLines(chosen, run.locale), empty);
  return lines;
}

function itemLines(left: readonly LeftItem[], locale: Locale): Markdown[] {
  const say = wordsIn(wording, locale);
  const items = left.map(({ file, line, column, what, diagnostics }) => {
    const why = diagnostics.map((one) => say.because(describe(one, locale), code(one.code)));
    const named = what === '' ? [] : [code(what)];
    return joined([gfm`-`, code(`${file}:${line}:${column}`), ...named, ...why], ' ');
  });
  return cut(items, say.more);
}

function callLines(run: Run): Markdown[] {
  const say = wordsIn(wording, run.locale);
  const items = run.files.flatMap(({ file, sites }) =>
    sites.map(({ line, column, api }) => gfm`- ${code(`${file}:${line}:${column}`)} ${code(apiName(api))}`),
  );
  return items.length === 0 ? [] : [say.callsTitle, empty, ...cut(items, say.more), empty];
}

/** Hosts cut long comments off in the middle; the rest is counted. */
function cut(items: readonly Markdown[], say: (more: number) => Markdown): Markdown[] {
  const more = items.length - shownAtMost;
  return more > 0 ? [...items.slice(0, shownAtMost), say(more)] : [...items];
}

function noteLines(run: Run): Markdown[] {
  const say = wordsIn(wording, run.locale);
  const notes = run.files.flatMap((file) => file.diagnostics.filter(({ severity }) => severity !== 'error'));
  if (notes.length === 0) return [];
  const rows = tally(notes.map((note) => note.code)).map(([name, count]) => {
    const first = notes.find((note) => note.code === name);
    return row([code(name), gfm`${count}`, gfm`${first ? describe(first, run.locale) : ''}`]);
  });
  const head = [row([say.code, say.times, say.firstSays]), gfm`|---|---:|---|`];
  return [gfm`<details><summary>${say.notes}</summary>`, empty, ...head, ...rows, empty, gfm`</details>`, empty];
}

function hostLines(run: Run): Markdown[] {
  const say = wordsIn(wording, run.locale);
  const hosts = [...new Set(Object.values(hostsOfAll(run.files)).flat())];
  return hosts.length === 0 ? [] : [say.hosts(joined(hosts.map(code), say.list)), empty];
}

const wording = {
  comma: { en: ', ', 'zh-CN': '，' },
  list: { en: ', ', 'zh-CN': '、' },
  stop: { en: '.', 'zh-CN': '。' },
  title: { en: gfm`## swan network calls`, 'zh-CN': gfm`## swan 网络调用` },
  looked: {
    en: (looked: number, files: number) =>
      `${looked} ${looked === 1 ? 'file' : 'files'} looked at, ${files} with swan in ${files === 1 ? 'it' : 'them'}`,
    'zh-CN': (looked: number, files: number) => `查看了 ${looked} 个文件，其中 ${files} 个用到 swan`,
  },
  changed: { en: (n: number) => `${n} changed`, 'zh-CN': (n: number) => `${n} 个有改动` },
  failed: { en: (n: number) => `${n} failed`, 'zh-CN': (n: number) => `${n} 个失败` },
  calls: { en: 'calls', 'zh-CN': '调用' },
  unread: {
    en: (line: string) => gfm`Not read, though it names swan: ${line}.`,
    'zh-CN': (line: string) => gfm`未读取，但其中提到了 swan：${line}。`,
  },
  left: {
    en: (n: number) => gfm`### Left for you (${n})`,
    'zh-CN': (n: number) => gfm`### 需要您处理（${n} 处）`,
  },
  unreadable: {
    en: (n: number) => gfm`### Not readable (${n})`,
    'zh-CN': (n: number) => gfm`### 无法读取（${n} 处）`,
  },
  chosen: {
    en: (n: number) => gfm`### Left as somebody chose (${n})`,
    'zh-CN': (n: number) => gfm`### 按选择保持不变（${n} 处）`,
  },
  because: {
    en: (message: string, name: Markdown) => gfm`${message} (${name})`,
    'zh-CN': (message: string, name: Markdown) => gfm`${message}（${name}）`,
  },
  callsTitle: { en: gfm`### Calls`, 'zh-CN': gfm`### 调用` },
  more: { en: (n: number) => gfm`- … and ${n} more`, 'zh-CN': (n: number) => gfm`- …… 另有 ${n} 处` },
  notes: { en: 'Notes', 'zh-CN': '提示' },
  code: { en: gfm`code`, 'zh-CN': gfm`代码` },
  times: { en: gfm`times`, 'zh-CN': gfm`次数` },
  firstSays: { en: gfm`the first one says`, 'zh-CN': gfm`第一条的内容` },
  hosts: { en: (hosts: Markdown) => gfm`Hosts: ${hosts}`, 'zh-CN': (hosts: Markdown) => gfm`域名：${hosts}` },
} satisfies Wording;
