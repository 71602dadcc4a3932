// In: a glob and a path. Out: whether the one means the other. `*`, `?` and `[…]` stay within one folder, `**` as a whole
// part stands for any number of folders, a backslash takes the meaning of the next sign away.
// The time is that of the glob's length times the path's, whatever they are: a repository brings both.

/** One sign of a name, or a star. */
type Token = '*' | ((character: string) => boolean);

/** One part between slashes, or `**`. */
type Part = '**' | readonly Token[];

export type Glob = readonly Part[];

export interface GlobRules {
  /** Upper and lower case are the same, as file systems of some platforms have it. */
  readonly isCaseFolded?: boolean;
}

export function parseGlob(text: string, rules: GlobRules = {}): Glob {
  return splitParts(rules.isCaseFolded ? text.toLowerCase() : text).map((part) =>
    part === '**' ? part : parsePart(part),
  );
}

/** @param path without a slash at its ends */
export function matchesGlob(glob: Glob, path: string, rules: GlobRules = {}): boolean {
  const names = (rules.isCaseFolded ? path.toLowerCase() : path).split('/');
  return matchesWith(glob, names, '**', (part, name) => part !== '**' && matchesWith(part, [...name], '*', isOne));
}

function isOne(token: Token, character: string): boolean {
  return token !== '*' && token(character);
}

/**
 * Signs with stars between them, left to right: each star takes as little as it can, and only the last one met takes more
 * when what follows does not fit. What an earlier one took need not be asked again: the last can take all that it could.
 */
function matchesWith<Sign, Item>(
  signs: readonly Sign[],
  items: readonly Item[],
  star: Sign,
  isMatch: (sign: Sign, item: Item) => boolean,
): boolean {
  let sign = 0;
  let lastStar = -1;
  let taken = 0;
  for (let item = 0; item < items.length;) {
    const [wanted, given] = [signs[sign], items[item]];
    if (wanted === star) {
      lastStar = sign++;
      taken = item;
    } else if (wanted !== undefined && given !== undefined && isMatch(wanted, given)) {
      sign++;
      item++;
    } else if (lastStar >= 0) {
      sign = lastStar + 1;
      item = ++taken;
    } else return false;
  }
  while (signs[sign] === star) sign++;
  return sign === signs.length;
}

/** At the slashes that no class holds; a backslash before one takes nothing away from it. */
function splitParts(text: string): string[] {
  const characters = [...text];
  const lastClose = characters.lastIndexOf(']');
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < characters.length; at++) {
    const isEscaped = characters[at] === '\\';
    if (isEscaped && characters[at + 1] !== '/') at++;
    else if (characters[at] === '[' && at < lastClose) at = endOfClass(characters, at) ?? at;
    else if (isEscaped || characters[at] === '/') {
      parts.push(characters.slice(start, at).join(''));
      if (isEscaped) at++;
      start = at + 1;
    }
  }
  parts.push(characters.slice(start).join(''));
  return parts;
}

function parsePart(part: string): Token[] {
  const characters = [...part];
  const tokens: Token[] = [];
  // Behind the last of them no class is closed any more.
  const lastClose = characters.lastIndexOf(']');
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    if (character === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*');
    } else if (character === '?') tokens.push(() => true);
    else if (character === '[' && at < lastClose) {
      const end = endOfClass(characters, at);
      tokens.push(end === undefined ? literal('[') : parseClass(characters.slice(at + 1, end)));
      at = end ?? at;
    } else if (character === '\\' && at + 1 < characters.length) tokens.push(literal(characters[++at] ?? ''));
    else tokens.push(literal(character));
  }
  return tokens;
}

function literal(wanted: string): Token {
  return (character) => character === wanted;
}

/** A bracket right at the start of a class is one of its characters. */
function endOfClass(characters: readonly string[], start: number): number | undefined {
  const isNegated = characters[start + 1] === '!' || characters[start + 1] === '^';
  const end = characters.indexOf(']', start + (isNegated ? 3 : 2));
  return end < 0 ? undefined : end;
}

/** @param inside `!a-z` */
function parseClass(inside: readonly string[]): Token {
  const isNegated = inside[0] === '!' || inside[0] === '^';
  const own = isNegated ? inside.slice(1) : inside;
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < own.length; at++) {
    const first = own[at] ?? '';
    const isRange = own[at + 1] === '-' && at + 2 < own.length;
    const last = isRange ? (own[at + 2] ?? first) : first;
    ranges.push([first, last]);
    if (isRange) at += 2;
  }
  return (character) => ranges.some(([first, last]) => first <= character && character <= last) !== isNegated;
}
