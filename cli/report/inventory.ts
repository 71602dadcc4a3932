// In: a run that only looked. Out: the inventory: every call, the hosts, the wrappers, and the rest of swan by count.
// Knows nothing of streams; what it is printed on comes in.

import stringWidth from 'fast-string-width';

import { describe } from '../../src/diagnostics/diagnostics.ts';
import { severityNames } from '../../src/diagnostics/severity-names.ts';
import { type Wording, wordsIn } from '../../src/locale/locale.ts';
import type { FileSite } from '../../src/workspace/file-result.ts';
import { describeUnknownOrigins, othersOfAll } from '../../src/workspace/report/needs.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { hostsOfAll, tally, totalsOf } from '../../src/workspace/report/totals.ts';
import { describeLeftOut } from '../../src/workspace/search/left-out.ts';
import { type Medium, paragraph } from '../medium.ts';
import { unreadLines } from './conclusion.ts';
import { printableRun } from './printable-run.ts';
import { apiName } from './left.ts';

type Form = NonNullable<FileSite['form']>;

export function inventoryText(given: Run, medium: Medium): string {
  const run = printableRun(given);
  const places = placeLines(run, medium);
  return [...places, ...(places.length > 0 ? [''] : []), ...factLines(run, medium)].map((line) => `${line}\n`).join('');
}

function placeLines({ files, locale }: Run, medium: Medium): string[] {
  const { dim, red } = medium.colours;
  const { way, shape } = { way: wordsIn(ways, locale), shape: wordsIn(shapes, locale) };
  const { comma } = wordsIn(wording, locale);
  return files.flatMap(({ file, sites, diagnostics }) => [
    ...sites.map(({ line, column, api, form }) => {
      const how = form === undefined ? '' : `  ${dim(way[form.through] + comma + shape[form.options])}`;
      return `${file}:${line}:${column}  ${apiName(api)}${how}`;
    }),
    ...diagnostics
      .filter(({ severity }) => severity === 'error')
      .flatMap((error) => {
        const says = `${red(severityNames[locale].error)} ${describe(error, locale)} ${dim(error.code)}`;
        const line = paragraph(medium, says, `${file}:${error.line}:${error.column}  `);
        return error.frame === undefined ? [line] : [line, error.frame.replace(/\n$/, '').replace(/^/gm, '    ')];
      }),
  ]);
}

/** Each fact behind its label. */
function factLines(run: Run, medium: Medium): string[] {
  const { files, locale } = run;
  const say = wordsIn(wording, locale);
  const { bold, dim } = medium.colours;
  const labels = [say.calls, say.hosts, say.wrapper, say.others, say.files, say.unread];
  const width = Math.max(...labels.map((label) => stringWidth(label))) + 3;
  const fact = (label: string, text: string): string =>
    paragraph(medium, text, bold(label) + ' '.repeat(width - stringWidth(label)));
  const totals = totalsOf(files);
  const byApi = tally(files.flatMap((file) => file.sites.map((site) => apiName(site.api))));
  const calls = byApi.map(([api, count]) => say.counted(count, api)).join(say.comma);
  const unknown = describeUnknownOrigins(run);
  const others = othersOfAll(files).map(([api, count]) => say.counted(count, api));
  const apart = describeLeftOut(run.leftOut, locale);
  return [
    fact(say.calls, say.callsLine(totals.sites, calls)),
    ...Object.entries(hostsOfAll(files))
      .filter(([, hosts]) => hosts.length > 0)
      .map(([api, hosts]) => fact(say.hosts, say.hostsLine(api, hosts.join(' ')))),
    ...(unknown === '' ? [] : [fact('', dim(say.unknownLine(unknown)))]),
    ...files.flatMap(({ file, wrappers }) =>
      wrappers.map(({ name, api, line, column }) =>
        fact(say.wrapper, `${say.wrapperLine(name, api)}  ${dim(`${file}:${line}:${column}`)}`),
      ),
    ),
    ...(others.length > 0 ? [fact(say.others, `${others.join(say.comma)} ${dim(say.leftAlone)}`)] : []),
    fact(say.files, say.filesLine(run.looked, totals.files) + (totals.failed > 0 ? say.failed(totals.failed) : '')),
    ...(apart === '' ? [] : [fact('', dim(say.leftOut(apart)))]),
    ...unreadLines(run).map((line) => fact(say.unread, line)),
  ];
}

const wording = {
  comma: { en: ', ', 'zh-CN': '，' },
  calls: { en: 'calls', 'zh-CN': '调用' },
  hosts: { en: 'hosts', 'zh-CN': '域名' },
  wrapper: { en: 'wrapper', 'zh-CN': '封装函数' },
  others: { en: 'others', 'zh-CN': '其他' },
  files: { en: 'files', 'zh-CN': '文件' },
  unread: { en: 'unread', 'zh-CN': '未读' },
  counted: {
    en: (n: number, name: string) => `${n} ${name}`,
    'zh-CN': (n: number, name: string) => `${name} ${n} 处`,
  },
  callsLine: {
    en: (n: number, byApi: string) => `${n}${byApi === '' ? '' : `: ${byApi}`}`,
    'zh-CN': (n: number, byApi: string) => `${n} 处${byApi === '' ? '' : `：${byApi}`}`,
  },
  hostsLine: {
    en: (api: string, hosts: string) => `${api}: ${hosts}`,
    'zh-CN': (api: string, hosts: string) => `${api}：${hosts}`,
  },
  unknownLine: {
    en: (calls: string) => `${calls} to an origin that is known at run time only`,
    'zh-CN': (calls: string) => `另有 ${calls}，其域名在运行时才能确定`,
  },
  wrapperLine: {
    en: (name: string, api: string) => `${name} (${api})`,
    'zh-CN': (name: string, api: string) => `${name}（${api}）`,
  },
  leftAlone: { en: '(left alone)', 'zh-CN': '（不作改动）' },
  filesLine: {
    en: (looked: number, files: number) => `${looked} looked at, ${files} with swan in them`,
    'zh-CN': (looked: number, files: number) => `查看了 ${looked} 个，其中 ${files} 个用到 swan`,
  },
  failed: { en: (n: number) => `, ${n} failed`, 'zh-CN': (n: number) => `，${n} 个失败` },
  leftOut: { en: (what: string) => `left out: ${what}`, 'zh-CN': (what: string) => `未查看：${what}` },
} satisfies Wording;

const ways = {
  global: { en: 'on swan', 'zh-CN': '直接通过 swan' },
  host: { en: 'on window.swan or the like', 'zh-CN': '通过 window.swan 等' },
  alias: { en: 'on an alias of swan', 'zh-CN': '通过 swan 的别名' },
  destructured: { en: 'taken out of swan', 'zh-CN': '从 swan 中解构' },
  value: { en: 'stored in a variable', 'zh-CN': '存在变量中' },
  import: { en: 'imported', 'zh-CN': '从其他模块导入' },
} satisfies Record<Form['through'], unknown> & Wording;

const shapes = {
  literal: { en: 'options written out', 'zh-CN': '参数直接写出' },
  variable: { en: 'options from elsewhere', 'zh-CN': '参数来自别处' },
  callback: { en: 'a callback', 'zh-CN': '传入回调' },
  none: { en: 'nothing passed', 'zh-CN': '没有参数' },
  value: { en: 'used as a value', 'zh-CN': '作为值使用' },
} satisfies Record<Form['options'], unknown> & Wording;
