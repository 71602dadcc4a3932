// In: a run. Out: what the new home needs, as lines of plain text; nothing where nothing is needed.
// Knows nothing of how it is found, nor of who prints it.

import { type InEach, wordsIn } from '../../locale/locale.ts';
import { printable } from '../../text/printable.ts';
import { corsSentence, needsTitle, unknownOriginsSentence } from './needs-sentences.ts';
import { domainForm, findListing, needsOf } from './needs.ts';
import type { Run } from './run.ts';
import { hostsOfAll } from './totals.ts';

const wording = {
  title: { en: `${needsTitle.en}:`, 'zh-CN': `${needsTitle['zh-CN']}：` },
  any: { en: '(others, known at run time)', 'zh-CN': '（其他，在运行时才能确定）' },
  domains: {
    en: (platform: string) => `For the page of server domains on ${platform}:`,
    'zh-CN': (platform: string) => `填入 ${platform} 的服务器域名设置：`,
  },
  insecure: {
    en: (hosts: string) => `It takes no ${hosts}: https and wss only.`,
    'zh-CN': (hosts: string) => `${hosts} 不能填入：只接受 https 和 wss。`,
  },
} as const satisfies Readonly<Record<string, InEach<string | ((...details: never[]) => string)>>>;

export function needsText(run: Run): string | undefined {
  const words = wordsIn(wording, run.locale);
  const unknown = unknownOriginsSentence(run);
  const lines = [...serverLines(run, words), ...(unknown === undefined ? [] : [unknown])];
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
    return rows.length > 0 ? [...rows, corsSentence[run.locale]] : [];
  }
  const hosts = hostsOfAll(run.files);
  const form = domainForm(listing, hosts);
  const insecure = [...new Set(Object.values(hosts).flat())].filter((host) => !/^(?:https|wss):/.test(host)).sort();
  return [
    ...(form.length > 0 ? [words.domains(listing.name), ...form] : []),
    ...(insecure.length > 0 ? [words.insecure(insecure.join(', '))] : []),
  ];
}
