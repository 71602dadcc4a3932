// In: a run. Out: what the new home needs, as lines of the Markdown report; nothing where nothing is needed.
// Knows nothing of how it is found.

import { corsSentence, needsTitle, unknownOriginsSentence } from '../../src/workspace/report/needs-sentences.ts';
import { domainForm, filesWithOthers, findListing, needsOf, othersOfAll } from '../../src/workspace/report/needs.ts';
import { type Wording, wordsIn } from '../../src/locale/locale.ts';
import { code, fenced, inMarkdown, joined, gfm, row, type Markdown } from './markdown-text.ts';
import { describePackage } from '../../src/workspace/report/packages.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { hostsOfAll } from '../../src/workspace/report/totals.ts';

export function needsLines(run: Run): Markdown[] {
  const { programs, packages } = needsOf(run);
  const unknown = unknownOriginsSentence(run);
  const say = wordsIn(wording, run.locale);
  const parts = [
    ...serverLines(run),
    ...(unknown === undefined ? [] : [gfm`${unknown}`]),
    ...packages.map((missing) => say.needs(inMarkdown(describePackage(missing, run.locale)))),
    ...programs.flatMap(({ app, networkTimeout }) => {
      const limits = Object.entries(networkTimeout).map(([api, limit]) => gfm`${code(api)} ${limit} ms`);
      const name = app === 'app.json' ? gfm`app.json` : code(app);
      return limits.length > 0 ? [say.timeouts(name, joined(limits, say.list))] : [];
    }),
    ...otherLines(run),
  ];
  return parts.length === 0 ? [] : [gfm`### ${needsTitle[run.locale]}`, empty, ...apart(parts), empty];
}

const empty = gfm``;

/** Each a paragraph of its own; what several lines are made of is one. */
function apart(parts: readonly (Markdown | readonly Markdown[])[]): Markdown[] {
  return parts.flatMap((part, index) => [...(index === 0 ? [] : [empty]), ...(isList(part) ? part : [part])]);
}

function isList(part: Markdown | readonly Markdown[]): part is readonly Markdown[] {
  return Array.isArray(part);
}

/** What servers, or the platform, have to be told. */
function serverLines(run: Run): (Markdown | readonly Markdown[])[] {
  const say = wordsIn(wording, run.locale);
  const listing = findListing(run);
  if (listing) {
    const hosts = hostsOfAll(run.files);
    const lists = Object.entries(hosts).filter(([, own]) => own.length > 0);
    const form = domainForm(listing, hosts);
    return [
      ...(lists.length > 0 ? [lists.map(([api, own]) => say.domains(code(api), joined(own.map(code), say.list)))] : []),
      ...(form.length > 0 ? [say.domainPage(listing.name), fenced('text', form)] : []),
    ];
  }
  const { origins } = needsOf(run);
  const shown = (name: string): Markdown => (name === '*' ? say.atRunTime : code(name));
  if (origins.length === 0) return [];
  const rows = origins.map(({ origin, methods, headers }) =>
    row([code(origin), joined(methods.map(shown), say.list), joined(headers.map(shown), say.list)]),
  );
  return [
    [row([say.origin, say.methods, say.headerFields]), gfm`|---|---|---|`, ...rows],
    gfm`${corsSentence[run.locale]}`,
  ];
}

function otherLines({ files, locale }: Run): Markdown[] {
  const say = wordsIn(wording, locale);
  const others = othersOfAll(files);
  if (others.length === 0) return [];
  const list = others.map(([api, n]) => say.counted(n, code(`swan.${api}`)));
  return [say.others(filesWithOthers(files).length, joined(list, say.list))];
}

const wording = {
  list: { en: ', ', 'zh-CN': '、' },
  needs: { en: (what: Markdown) => gfm`Needs ${what}.`, 'zh-CN': (what: Markdown) => gfm`需要 ${what}。` },
  timeouts: {
    en: (app: Markdown, limits: Markdown) => gfm`${code('networkTimeout')} of ${app}: ${limits}.`,
    'zh-CN': (app: Markdown, limits: Markdown) => gfm`${app} 的 ${code('networkTimeout')}：${limits}。`,
  },
  domains: {
    en: (api: Markdown, hosts: Markdown) => gfm`- Domain list for ${api}: ${hosts}`,
    'zh-CN': (api: Markdown, hosts: Markdown) => gfm`- ${api} 合法域名：${hosts}`,
  },
  domainPage: {
    en: (platform: string) => gfm`For the page of server domains on ${platform}:`,
    'zh-CN': (platform: string) => gfm`填入 ${platform} 的“服务器域名”页面：`,
  },
  origin: { en: gfm`origin`, 'zh-CN': gfm`源（origin）` },
  methods: { en: gfm`methods`, 'zh-CN': gfm`方法` },
  headerFields: { en: gfm`header fields`, 'zh-CN': gfm`请求头` },
  counted: {
    en: (n: number, api: Markdown) => gfm`${n} ${api}`,
    'zh-CN': (n: number, api: Markdown) => gfm`${api} ${n} 处`,
  },
  others: {
    en: (files: number, list: Markdown) =>
      gfm`Other swan APIs remain in ${files} ${files === 1 ? 'file' : 'files'}: ${list}.`,
    'zh-CN': (files: number, list: Markdown) => gfm`${files} 个文件中仍有 swan 的其他 API：${list}。`,
  },
  atRunTime: { en: gfm`others, known at run time`, 'zh-CN': gfm`其他，在运行时才能确定` },
} satisfies Wording;
