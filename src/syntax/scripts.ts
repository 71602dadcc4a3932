// In: the text of a file and its name. Out: the stretches of it that are one program, and the language that they are in.
// A script is one stretch from end to end; a component file holds its program in blocks between other things.
// Knows nothing of syntax: what is in a stretch is for the parser.

import { readBlocks, readElements, type Block } from './blocks.ts';
import type { Span } from '../text/text.ts';

export interface Scripts {
  /** Absent where the whole file is the program. */
  readonly regions?: readonly Span[];
  /** As the extension of a script says it: `js`, `mts`, `tsx`. */
  readonly language: string;
  /** It is built as an ES module, whatever stands in it. */
  readonly isBundled: boolean;
}

/** A block of script in a language that is none of ours. */
export interface OtherLanguage {
  readonly language: string;
  readonly at: number;
}

const scriptFile = /\.([cm]?[jt]sx?)$/i;
const componentFile = /\.(?:n?vue|uvue|mpx|san|wpy)$/i;
const templateFile = /\.swan$/i;
const viewModule = /\.sjs$/i;

/** Modules that run where the page is drawn, and that have no swan. */
export function isViewModule(filename: string): boolean {
  return templateFile.test(filename) || viewModule.test(filename);
}

export function findScripts(text: string, filename: string): Scripts | OtherLanguage {
  if (templateFile.test(filename)) {
    const regions = readElements(text, 'import-sjs').map(({ content }) => content);
    return { regions, language: 'js', isBundled: false };
  }
  if (!componentFile.test(filename)) {
    return { language: scriptFile.exec(filename)?.[1]?.toLowerCase() ?? 'js', isBundled: false };
  }
  const blocks = programBlocks(readBlocks(text));
  const other = blocks.find((block) => !(languageOf(block) in languages));
  if (other) return { language: languageOf(other), at: other.content.start };
  const [first] = blocks;
  const language = (first && languages[languageOf(first)]) ?? 'js';
  return { regions: blocks.map(({ content }) => content), language, isBundled: true };
}

/** What `lang` and `type` may say, and the extension that it stands for. A component in JavaScript may hold JSX. */
const languages: Readonly<Record<string, string>> = {
  js: 'js',
  jsx: 'jsx',
  javascript: 'js',
  ecmascript: 'js',
  babel: 'js',
  es6: 'js',
  module: 'js',
  ts: 'ts',
  typescript: 'ts',
  uts: 'ts',
  tsx: 'tsx',
};

function languageOf({ attributes }: Block): string {
  const named = attributes.get('lang') || attributes.get('type') || 'js';
  return named.toLowerCase().replace(/^(?:text|application)\/(?:x-)?/, '');
}

/**
 * The script of the component itself: without the JSON of mpx (`type="application/json"`, `name="json"`) and the modules
 * of uni-app that run where the page is drawn (`module="…"`). Of blocks for several platforms those for swan.
 */
function programBlocks(blocks: readonly Block[]): Block[] {
  const scripts = blocks.filter(({ name, attributes, content }) => {
    const isOther = attributes.has('module') || attributes.has('src') || attributes.get('name') === 'json';
    return name === 'script' && !isOther && !/json$/i.test(attributes.get('type') ?? '') && content.start < content.end;
  });
  const forSwan = scripts.filter(({ attributes }) => attributes.get('mode') === 'swan');
  return forSwan.length > 0 ? forSwan : scripts.filter(({ attributes }) => !attributes.has('mode'));
}

/** The program in a file of any kind, for those who look at its text. */
export function programIn(text: string, filename: string): string {
  const scripts = findScripts(text, filename);
  return 'regions' in scripts && scripts.regions ? codeIn(text, scripts.regions) : text;
}

/** A character that parsers pass over, and that is neither a blank nor a line break to whoever looks at lines. */
const nothing = '\f';

/**
 * The text with all but the regions blanked out, so that offsets and lines stay those of the file. What closes a region
 * ends its last statement.
 */
export function codeIn(text: string, regions: readonly Span[]): string {
  let code = '';
  let at = 0;
  for (const { start, end } of regions) {
    code += blank(text.slice(at, start), at > 0) + text.slice(start, end);
    at = end;
  }
  return code + blank(text.slice(at), regions.length > 0);
}

function blank(text: string, isBehindRegion: boolean): string {
  const blanked = text.replace(/[^\r\n]/g, nothing);
  return isBehindRegion && blanked !== '' && !/^[\r\n]/.test(blanked) ? `;${blanked.slice(1)}` : blanked;
}
