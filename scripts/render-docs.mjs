// In: the catalogue of diagnostics, the rules, the registry of targets, the table of the follower. Out: the text of the generated pages
// under docs/, in each language, and of the page in which the table stands.
// Knows nothing of files; `docs.mjs` writes them and a test compares them.

import { withRuleLinks } from './rules.mjs';

const diagnosticWords = {
  en: {
    title: 'Diagnostics',
    intro:
      'Every diagnostic has a code that never changes. `cygnet explain CODE` prints what stands here.\nR1, U1, S1 and so on are [rules of behaviour](rules.md).',
    headings: { error: 'Errors', warning: 'Warnings: a site was kept, or needs a look', note: 'Notes' },
    rules: 'rules.md',
    end: '.',
  },
  'zh-CN': {
    title: '诊断信息',
    intro:
      '每条诊断信息都有一个永不改变的代码。`cygnet explain CODE` 打印的就是这里的内容。\nR1、U1、S1 等是[行为规则](../rules.md)。',
    headings: { error: '错误', warning: '警告：调用处保持不变，或需要查看', note: '提示' },
    rules: '../rules.md',
    end: '。',
  },
};

/** @param rules as `rulesOn` gives them */
export function renderDiagnostics(catalogue, rules, locale) {
  const words = diagnosticWords[locale];
  const entries = Object.entries(catalogue);
  const parts = [`# ${words.title}`, '<!-- Generated from src/diagnostics: `npm run generate docs` -->', words.intro];
  for (const severity of ['error', 'warning', 'note']) {
    parts.push(`## ${words.headings[severity]}`);
    for (const [code, entry] of entries) {
      if (entry.severity !== severity) continue;
      parts.push(
        `### ${code}`,
        `${entry.title[locale]}${words.end}`,
        withRuleLinks(entry.help[locale], rules, words.rules),
        `\`\`\`js\n${entry.example}\n\`\`\``,
      );
    }
  }
  return `${parts.join('\n\n')}\n`;
}

const targetWords = {
  en: {
    title: 'Targets',
    intro: (names) => `cygnet rewrites for ${names.join(', ')}. Every target takes every API below.`,
    columns: '| API | options | returns |',
    callback: 'a callback',
    nothing: 'nothing',
    shims: 'What the shim of each target offers',
    offers: (title, names) => `**${title}**: ${names.join(', ')}`,
    comma: ', ',
  },
  'zh-CN': {
    title: '目标平台',
    intro: (names) => `cygnet 可改写到 ${names.join('、')}。每个目标平台都支持下列所有 API。`,
    columns: '| API | 参数 | 返回值 |',
    callback: '回调',
    nothing: '无',
    shims: '各目标平台的 shim 提供的内容',
    offers: (title, names) => `**${title}**：${names.join('、')}`,
    comma: '、',
  },
};

export function renderTargets(targets, apis, shimExports, locale) {
  const words = targetWords[locale];
  const coded = (names) => names.map((name) => `\`${name}\``);
  const names = Object.keys(targets);
  const rows = [...apis.values()].map((api) => {
    const options = api.takes === 'callback' ? words.callback : coded(api.options.map(String)).join(words.comma);
    return `| \`${api.name}\` | ${options} | ${api.task ? `\`${api.task}\`` : words.nothing} |`;
  });
  const guides = Object.values(targets).flatMap(({ guide }) => (guide ? [guide[locale]] : []));
  const parts = [
    `# ${words.title}`,
    '<!-- Generated from src/targets.ts and src/apis.ts: `npm run generate docs` -->',
    words.intro(coded(names)),
    [words.columns, '|---|---|---|', ...rows].join('\n'),
    `## ${words.shims}`,
    ...names.map((name) => words.offers(targets[name].title[locale], coded(shimExports(name)))),
    ...guides.flatMap(({ title, text }) => [`## ${title}`, text]),
  ];
  return `${parts.join('\n\n')}\n`;
}

const tableStart = '<!-- The table is generated from src/resolve/table.ts: `npm run generate docs` -->';
const tableEnd = '<!-- The table ends here. -->';

/** The page with the table between its two marks. */
export function withTable(page, table) {
  const start = page.indexOf(tableStart);
  const end = page.indexOf(tableEnd);
  if (start < 0 || end < start) throw new Error('the page has no marks for the table');
  return `${page.slice(0, start)}${tableStart}\n\n${renderTable(table)}\n\n${page.slice(end)}`;
}

/** A row for each place, a column for each value; aligned, as the page is formatted. */
function renderTable(table) {
  const values = ['swan', 'api', 'global', 'module'];
  const titles = ['place', 'swan', 'an API of swan', 'a global object', 'a module'];
  const rows = Object.entries(table).map(([place, cells]) => [place, ...values.map((value) => cells[value].says)]);
  const widths = titles.map((title, column) => Math.max(...[titles, ...rows].map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(titles), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
