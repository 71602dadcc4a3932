// In: a folder and a size, 1 for the whole. Out: the three programs in it, always the same, and of each what it holds:
// A is a project with few calls and much that is to be passed by, B has calls in every file, C is one bundle.
// Knows nothing of who reads them.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FileText } from './file-text.mjs';
import { fileSize, seeded } from './seeded.mjs';
import { phrases, words } from './words.mjs';

/** What a program holds: the files that are read, those that name swan, and its network calls. */
const nothing = () => ({ files: 0, bytes: 0, calls: 0, swan: [] });

const word = (i) => words[i % words.length];

/** 5,000 files of a mini-program: 3 % hold network calls, 20 % other calls of swan. */
export function writeProject(root, size) {
  const known = nothing();
  const random = seeded(0xa11ce);
  const kinds = shuffledKinds(random, Math.round(5000 * size));
  kinds.forEach((kind, i) => {
    const isTypeScript = random.chance(0.25);
    const isCommonJs = !isTypeScript && random.chance(0.25);
    const file = new FileText(seeded(1000003 * (i + 1)), {
      ...{ ts: isTypeScript, cjs: isCommonJs },
      ...{ cn: random.chance(0.7), semi: random.chance(0.85) },
    });
    let text = file.file(fileSize(random, 8.25, 0.8), callsOf(kind, random));
    // A decoy for tools that read lines.
    if (kind === 'network' && random.chance(0.2)) text += `// TODO swan.request( 旧接口已下线\n`;
    const name = `${projectFolder(i)}/${word(i * 13)}${i}.${isTypeScript ? 'ts' : 'js'}`;
    put(root, name, text, known);
    if (kind !== 'none') known.swan.push(name);
    known.calls += file.calls;
    if (i % 5 < 2 && random.chance(0.5)) putPage(root, name.replace(/\.[jt]s$/, ''), i, random);
  });
  put(root, 'app.json', '{"pages":["pages/index/index"]}\n');
  put(root, 'project.swan.json', '{"appid":"12345","compilation-args":{}}\n');
  put(root, '.gitignore', 'node_modules\ndist\n');
  putPassedBy(root, size);
  return known;
}

function shuffledKinds(random, count) {
  const kinds = Array.from({ length: count }, (_, i) =>
    i < count * 0.03 ? 'network' : i < count * 0.23 ? 'other' : 'none',
  );
  for (let i = count - 1; i > 0; i--) {
    const j = random.int(0, i);
    [kinds[i], kinds[j]] = [kinds[j], kinds[i]];
  }
  return kinds;
}

function callsOf(kind, random) {
  if (kind === 'network') return { nets: random.int(1, 10), others: random.int(0, 3) };
  return kind === 'other' ? { others: random.int(1, 6) } : {};
}

function projectFolder(i) {
  if (i % 5 < 2) return `pages/${word(i)}${i % 40}/${word(i * 7)}`;
  if (i % 5 === 2) return `components/${word(i * 3)}`;
  return i % 5 === 3 ? `subpackages/${words[i % 12]}/${word(i * 11)}` : `common/${word(i * 5)}`;
}

/** What lies beside the script of a page. */
function putPage(root, name, i, random) {
  const line = '  <text s-if="{{show}}">{{item.title}}</text>\n';
  put(root, `${name}.swan`, `<view class="${word(i)}">\n${line.repeat(random.int(3, 40))}</view>\n`);
  put(root, `${name}.css`, `.${word(i)} {\n  width: ${random.int(1, 750)}rpx;\n}\n`.repeat(random.int(3, 40)));
  put(root, `${name}.json`, `{\n  "navigationBarTitleText": "${random.pick(phrases)}"\n}\n`);
}

/** Packages and built files, with calls in them that are nobody's business. */
function putPassedBy(root, size) {
  const random = seeded(0xdead);
  for (let i = 0; i < 4000 * size; i++) {
    const file = new FileText(seeded(77777 + i), { cjs: true, cn: false });
    const folder = `node_modules/${i % 3 ? '' : '@' + words[i % 20] + '/'}${word(i)}-${i % 150}/${i % 2 ? 'lib' : 'dist'}`;
    put(root, `${folder}/${word(i * 3)}${i}.js`, file.file(fileSize(random, 8.3), i % 25 === 0 ? { nets: 2 } : {}));
  }
  for (let i = 0; i < 300 * size; i++) {
    const file = new FileText(seeded(99999 + i), { cjs: true, cn: true });
    put(root, `dist/${word(i)}/${word(i * 7)}${i}.js`, file.file(29000, { nets: 5 }));
  }
}

/** 1,000 files with 1 to 10 calls each. */
export function writeDense(root, size) {
  const known = nothing();
  const random = seeded(0xb0b);
  for (let i = 0; i < 1000 * size; i++) {
    const isTypeScript = random.chance(0.25);
    const file = new FileText(seeded(31337 * (i + 1)), {
      ...{ ts: isTypeScript, cjs: !isTypeScript && random.chance(0.25) },
      ...{ cn: random.chance(0.7), semi: random.chance(0.85) },
    });
    const text = file.file(fileSize(random, 8.4, 0.6), { nets: random.int(1, 10), others: random.int(0, 2) });
    const name = `src/${words[i % 60]}/${word(i * 7)}${i}.${isTypeScript ? 'ts' : 'js'}`;
    put(root, name, text, known);
    known.swan.push(name);
    known.calls += file.calls;
  }
  return known;
}

/** One bundle of 2 MB, as webpack writes it, with 500 calls. */
export function writeBundle(root, size) {
  const random = seeded(0xc0de);
  const length = 2 * 1024 * 1024 * size;
  const calls = Math.round(500 * size);
  const known = { ...nothing(), swan: ['bundle.js'] };
  const modules = [];
  for (let i = 0, bytes = 0; bytes < length; i++) {
    const file = new FileText(seeded(4242 + i), { cjs: true, cn: true });
    const left = calls - known.calls;
    const nets = left > 0 ? Math.min(left, random.int(0, 7)) : 0;
    const text = file.file(fileSize(random, 8.8, 0.5), { nets, others: random.int(0, 2) });
    known.calls += file.calls;
    modules.push(bundledModule(`./src/${word(i)}${i}.js`, text));
    bytes += Buffer.byteLength(modules.at(-1));
  }
  put(root, 'bundle.js', bundleOf(modules), known);
  return known;
}

function bundledModule(name, text) {
  const body = text.replace(/require\(/g, '__webpack_require__(');
  return `/***/ "${name}":\n/***/ ((module, __unused_webpack_exports, __webpack_require__) => {\n\n${body}\n/***/ }),\n\n`;
}

function bundleOf(modules) {
  return `/******/ (() => { // webpackBootstrap
/******/ \tvar __webpack_modules__ = ({

${modules.join('')}/******/ \t});
var __webpack_module_cache__ = {};
function __webpack_require__(moduleId) {
  var cachedModule = __webpack_module_cache__[moduleId];
  if (cachedModule !== undefined) return cachedModule.exports;
  var module = __webpack_module_cache__[moduleId] = { exports: {} };
  __webpack_modules__[moduleId](module, module.exports, __webpack_require__);
  return module.exports;
}
var __webpack_exports__ = __webpack_require__("./src/${words[0]}0.js");
})();
`;
}

function put(root, name, text, known) {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  if (!known) return;
  known.files += 1;
  known.bytes += Buffer.byteLength(text);
}
