// In: the text of a component file or of a template. Out: the elements whose content is a text of its own, and where it lies.
// Reads as the compilers of such files do: a component is a list of root blocks, each raw up to its closing tag, but
// for the template, which holds elements. A general HTML parser would take `{{ a <b }}` and the tags of pug for markup
// and lose count of what is open; the rules here are few enough to be followed to the letter. Knows nothing of scripts.

import type { Span } from '../text/text.ts';

export interface Block {
  /** In lower case. */
  readonly name: string;
  /** By name in lower case; empty for one without a value. */
  readonly attributes: ReadonlyMap<string, string>;
  /** What stands between its tags. */
  readonly content: Span;
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly isClosing: boolean;
  readonly isEmpty: boolean;
  readonly start: number;
  readonly end: number;
}

/** The root blocks of a component file, in source order. */
export function readBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; ;) {
    const tag = nextTag(text, at, false);
    if (!tag) return blocks;
    at = tag.end;
    if (tag.isClosing) continue;
    const holdsElements = tag.name === 'template' && (tag.attributes.get('lang') ?? 'html') === 'html';
    const content = tag.isEmpty
      ? { start: tag.end, end: tag.end }
      : { start: tag.end, end: holdsElements ? endOfTemplate(text, tag.end) : endOfRaw(text, tag.end, tag.name) };
    blocks.push({ name: tag.name, attributes: tag.attributes, content });
    at = content.end;
  }
}

/** The elements of that name in a template, wherever they stand; their content is taken raw. */
export function readElements(text: string, name: string): Block[] {
  const found: Block[] = [];
  for (let at = 0; ;) {
    const tag = nextTag(text, at, true);
    if (!tag) return found;
    at = tag.end;
    if (tag.name !== name || tag.isClosing || tag.isEmpty) continue;
    const content = { start: tag.end, end: endOfRaw(text, tag.end, name) };
    found.push({ name, attributes: tag.attributes, content });
    at = content.end;
  }
}

function endOfTemplate(text: string, from: number): number {
  let depth = 1;
  for (let at = from; ;) {
    const tag = nextTag(text, at, true);
    if (!tag) return text.length;
    at = tag.end;
    if (tag.name !== 'template' || tag.isEmpty) continue;
    depth += tag.isClosing ? -1 : 1;
    if (depth === 0) return tag.start;
  }
}

function endOfRaw(text: string, from: number, name: string): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  closing.lastIndex = from;
  return closing.exec(text)?.index ?? text.length;
}

/** The next tag that stands in no comment and, in a template, in no interpolation. */
function nextTag(text: string, from: number, isTemplate: boolean): Tag | undefined {
  const opening = isTemplate ? /<!--|\{\{|<(\/?)([a-z][^\s/>]*)/gi : /<!--|<(\/?)([a-z][^\s/>]*)/gi;
  opening.lastIndex = from;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [whole, slash, name] = match;
    if (name !== undefined) return readTag(text, match.index, name, slash === '/');
    const end = text.indexOf(whole === '{{' ? '}}' : '-->', match.index + whole.length);
    if (end >= 0) opening.lastIndex = end;
    else if (whole !== '{{') return undefined;
  }
  return undefined;
}

function readTag(text: string, start: number, name: string, isClosing: boolean): Tag {
  const attributes = new Map<string, string>();
  const part = /\s+|\/?>|([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?|\//y;
  part.lastIndex = start + (isClosing ? 2 : 1) + name.length;
  for (let match = part.exec(text); match; match = part.exec(text)) {
    const [whole, key, double, single, plain] = match;
    if (whole === '>' || whole === '/>') {
      const isEmpty = whole === '/>';
      return { name: name.toLowerCase(), attributes, isClosing, isEmpty, start, end: part.lastIndex };
    }
    if (key !== undefined) attributes.set(key.toLowerCase(), double ?? single ?? plain ?? '');
  }
  return { name: name.toLowerCase(), attributes, isClosing, isEmpty: false, start, end: text.length };
}
