// In: a run. Out: what the new home needs, as lines of plain text; nothing where nothing is needed.
// Knows nothing of how it is found, nor of who prints it.

import { type InEach, wordsIn } from '../../locale/locale.ts';
import { printable } from '../../text/printable.ts';
import { countUnknownOrigins, domainForm, findListing, needsOf } from './needs.ts';
import type { Run } from './run.ts';
import { hostsOfAll } from './totals.ts';

type Counted = readonly (readonly [api: string, count: number])[];

const wording = {
  title: { en: 'What the new home needs:', 'zh-CN': '迁移后需要准备：' },
  cors: {
    en: 'In a browser these origins must allow the methods and header fields to your page (CORS).',
    'zh-CN': '在浏览器中，以上源须对你的页面放行这些方法和请求头（CORS）。',
  },
  any: { en: '(others, known at run time)', 'zh-CN': '（其他，运行时才知道）' },
  domains: {
    en: (platform: string) => `For the page of server domains on ${platform}:`,
    'zh-CN': (platform: string) => `填入 ${platform} 的服务器域名设置：`,
  },
  insecure: {
    en: (hosts: string) => `It takes no ${hosts}: https and wss only.`,
    'zh-CN': (hosts: string) => `${hosts} 不能填入：只接受 https 和 wss。`,
  },
  unknown: {
    en: (counts: Counted) =>
      `${counts.map(([api, count], at) => `${count}${at === 0 ? (count === 1 ? ' call' : ' calls') : ''} of ${api}`).join(' and ')} go to an origin that is known at run time only.`,
    'zh-CN': (counts: Counted) =>
      `另有 ${counts.map(([api, count]) => `${count} 处 ${api}`).join('、')} 的地址运行时才知道，未列在内。`,
  },
} as const satisfies Readonly<Record<string, InEach<string | ((...details: never[]) => string)>>>;

export function needsText(run: Run): string | undefined {
  const words = wordsIn(wording, run.locale);
  const unknown = countUnknownOrigins(run.files);
  const lines = [...serverLines(run, words), ...(unknown.length > 0 ? [words.unknown(unknown)] : [])];
  return lines.length === 0 ? undefined : [words.title, ...lines.map((line) => `  ${printable(line)}`)].join('\n');
}

type Words = ReturnType<typeof wordsIn<typeof wording>>;

function serverLines(run: Run, words: Words): string[] {
  const listing = findListing(run);
  if (!listing) {
    const rows = needsOf(run).origins.map(({ origin, methods, headers }) => {
      const shown = (names: readonly string[]): string =>
        names.map((one) => (one === '*' ? words.any : one)).join(', ');
      return [origin, shown(methods), shown(headers)].filter((part) => part !== '').join('  ');
    });
    return rows.length > 0 ? [...rows, words.cors] : [];
  }
  const hosts = hostsOfAll(run.files);
  const form = domainForm(listing, hosts);
  const insecure = [...new Set(Object.values(hosts).flat())].filter((host) => !/^(?:https|wss):/.test(host)).sort();
  return [
    ...(form.length > 0 ? [words.domains(listing.name), ...form] : []),
    ...(insecure.length > 0 ? [words.insecure(insecure.join(', '))] : []),
  ];
}
