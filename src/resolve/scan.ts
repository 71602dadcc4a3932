// In: the text of a file. Out: whether it is worth parsing, and whether a machine wrote it.
// The gate lets too much through and never too little: it looks at words, not at syntax.
// Knows nothing of other files: a name that another module hands over is for the project to see.

import { apiNames, taskNames } from '../apis.ts';

const names = new RegExp(`\\b(?:after|${[...apiNames, ...taskNames].join('|')})\\b`);

const word = /\bswan\b/;

/** `swan` in any other place than `swan.name`: it may be bound, passed on, tested or taken apart there. */
const loose = /\bswan\b(?!\s*\??\.\s*[A-Za-z_$])/;

/** True when a network API of swan may be reached from this text. */
export function isCandidate(text: string): boolean {
  if (hasReach(text)) return true;
  // An identifier may be written with escapes: sw\u0061n.
  return text.includes('\\') && /\\[ux]/.test(text) && hasReach(unescaped(text));
}

/** `swan` where a network API may be reached from it: another member of swan that is named behind a dot is none. */
const reach = new RegExp(
  `\\bswan\\b(?!\\s*\\??\\.\\s*(?!(?:after|${[...apiNames, ...taskNames].join('|')})(?![\\w$]))[A-Za-z_$])`,
);

/**
 * True when something in the text may be rewritten, where no other module hands swan to it. A candidate need not: it may
 * concern other files.
 * @param findShim what the text imports the shim by
 */
export function mayBeRewritten(text: string, findShim: () => string): boolean {
  if (/\\[ux]/.test(text)) return true;
  if (!reach.test(text)) return false;
  const shim = findShim();
  // No string that holds more than the word stands for it.
  return shim === 'swan' || reach.test(text.replaceAll(`'${shim}'`, "''").replaceAll(`"${shim}"`, '""'));
}

function hasReach(text: string): boolean {
  return text.includes('swan') && word.test(text) && (names.test(text) || loose.test(text));
}

/** True when the word is there, be it in a comment. */
export function namesSwan(text: string): boolean {
  return word.test(text);
}

/** True when swan and one of its network APIs are both named, as in a file of a kind that is not read. */
export function namesNetwork(text: string): boolean {
  return word.test(text) && names.test(text);
}

function unescaped(text: string): string {
  return text.replace(/\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/g, (whole, a, b, c) => {
    const code = parseInt(String(a ?? b ?? c), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : String(whole);
  });
}

/** A member of swan that is not called right there: it may be written to, or handed on. */
const uncalled = /\bswan\s*\??\.\s*[\w$]+(?![\w$]|\s*(?:\?\.\s*)?\()/;

/**
 * True when what the text does with swan may concern other files: it binds, exports or hands over swan or one of its APIs, or
 * replaces one. Who only calls them hands nothing on. A look at words again: it lets too much through and never too little.
 */
export function mayConcernOthers(text: string): boolean {
  if (text.includes('\\u') || text.includes('\\x')) return true;
  return loose.test(text) || uncalled.test(text) || /\bswan\s*\??\.\s*after\b/.test(text);
}

const written = new RegExp(
  `[.\\]]\\s*(?:${apiNames.join('|')})\\s*=(?!=)|['"](?:${apiNames.join('|')}|after)['"]|\\.after\\s*\\(|\\b(?:assign|defineProperties)\\b`,
);

/** True when the text may write to a member called like a network API, of whatever object. */
export function mayReplace(text: string): boolean {
  // Whatever writes to an API names it, here or, where swan itself is, by a name that is computed.
  if (!names.test(text) && !word.test(text) && !/\\[ux]/.test(text)) return false;
  return written.test(text);
}

const longLine = 500;

/** What bundlers write around the modules that they put together, also where they do not minify; behind a word that is quick to find. */
const bundleMarks: readonly (readonly [word: string, mark: RegExp])[] = [
  [
    '__webpack_',
    /^(?:\/\*{6}\/[ \t]|[ \t]*(?:var __webpack_modules__ =|function __webpack_require__\(|eval\(["']__webpack))/m,
  ],
  ['webpackJsonp', /\["webpackJsonp\w*"\] *=|\bwebpackJsonp\(\[/],
  ['webpackChunk', /(?:\.|\[["'])webpackChunk\w*(?:["']\])? *=/],
  // esbuild, and what builds upon it
  ['var __', /^var __(?:commonJS|toESM|export)(?:Min)? = \(/m],
  // rollup, where it takes CommonJS in
  ['ommonjs', /^function createCommonjsModule ?\(/m],
  ['FromCjs', /^function getDefaultExportFromCjs ?\(/m],
  ['parcelRequire', /^(?:var )?parcelRequire = /m],
  // Browserify
  ['MODULE_NOT_FOUND', /^(?:require=)?\(function(?:\(\)\{function r\(e,n,t\)| e\(t,n,r\))/m],
];

function isBundle(text: string): boolean {
  return bundleMarks.some(([word, mark]) => text.includes(word) && mark.test(text));
}

/** True for minified and generated files: by their name, a marker in their head, what a bundler wrote, or the look of their lines. */
export function isGenerated(text: string, filename: string): boolean {
  if (/[.-]min\.[cm]?[jt]sx?$/i.test(filename)) return true;
  if (isBundle(text)) return true;
  if (/^[ \t/*#]*@generated\b/m.test(text.slice(0, 1000))) return true;
  if (text.length < 2000) return false;
  let long = 0;
  let marks = 0;
  let spaces = 0;
  for (let start = 0; start < text.length;) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (end - start > longLine) {
      long += end - start;
      for (let i = start; i < end; i++) {
        const char = text.charCodeAt(i);
        if (char === 0x20) spaces++;
        // ( ) , ; = { }
        else if (
          char === 0x28 ||
          char === 0x29 ||
          char === 0x2c ||
          char === 0x3b ||
          char === 0x3d ||
          char === 0x7b ||
          char === 0x7d
        ) {
          marks++;
        }
      }
    }
    start = end + 1;
  }
  // A picture in a data url has long lines too, but hardly any punctuation.
  return long > text.length / 2 && marks > long / 20 && spaces < long / 8;
}
