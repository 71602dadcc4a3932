// In: what code-text.mjs takes, and how long a file should be and what it should call. Out: its text: imports, functions, classes,
// tables, types and pages, with the calls among them. Knows nothing of folders.

import { SwanText } from './swan-text.mjs';
import { capital, phrases, words } from './words.mjs';

export class FileText extends SwanText {
  functionText() {
    const r = this.random;
    const as = r.chance(0.25);
    return `${this.docComment()}${this.exportWord()}${as ? 'async ' : ''}function ${this.freshName()}(${this.parameters()})${this.isTypeScript && !as && r.chance(0.5) ? ': any' : ''} {\n${this.statements('  ', 0, 2, 6)}${as ? `  const aw${capital(r.pick(words))}${this.count++} = await ${this.name()}(${this.expression()})${this.semicolon}\n` : ''}  return ${this.expression()}${this.semicolon}\n}\n\n`;
  }

  classText() {
    const r = this.random;
    let o = `${this.docComment()}${this.exportWord()}class ${capital(this.freshName())}${r.chance(0.3) ? ` extends ${capital(r.pick(words))}` : ''} {\n`;
    for (let i = r.int(2, 5); i > 0; i--)
      o += r.chance(0.3)
        ? `  ${this.isTypeScript ? r.pick(['private ', 'public ', 'readonly ', '']) : ''}${r.pick(words)}${this.count++}${this.isTypeScript ? `: any` : ''} = ${this.expression()};\n\n`
        : `${this.docComment('  ')}  ${r.pick(['', 'async ', 'static '])}${this.freshName()}(${this.parameters()}) {\n${this.statements('    ', 0, 2, 4)}    return ${this.expression()}${this.semicolon}\n  }\n\n`;
    return o + '}\n\n';
  }

  tableText() {
    const r = this.random;
    let o = `${this.exportWord()}const ${this.freshName().toUpperCase()} = {\n`;
    for (let i = r.int(4, 14); i > 0; i--)
      o += `  ${r.pick(words)}${i}: ${r.chance(0.5) ? this.string() : `{ ${r.pick(words)}: ${this.number()}, ${r.pick(words)}: ${this.string()}, ${r.pick(words)}: [${this.number()}, ${this.number()}] }`},\n`;
    return o + `}${this.semicolon}\n\n`;
  }

  typeText() {
    const r = this.random;
    switch (r.int(0, 2)) {
      case 0: {
        let o = `export interface ${capital(this.freshName())} {\n`;
        for (let i = r.int(3, 9); i > 0; i--)
          o += `  ${r.pick(words)}${i}${r.chance(0.3) ? '?' : ''}: ${this.type()};\n`;
        return o + '}\n\n';
      }
      case 1:
        return `export type ${capital(this.freshName())}<T = unknown> = { [K in keyof T]: T[K] } & { ${r.pick(words)}: ${this.type()} };\n\n`;
      default:
        return `export enum ${capital(this.freshName())} {\n  ${capital(r.pick(words))}0 = ${r.int(0, 9)},\n  ${capital(r.pick(words))}1,\n  ${capital(r.pick(words))}2,\n}\n\n`;
    }
  }

  pageText() {
    const r = this.random;
    const m = r.chance(0.7) ? 'Page' : 'Component';
    let o = `${m}({\n  data: {\n`;
    for (let i = r.int(3, 9); i > 0; i--) o += `    ${r.pick(words)}${i}: ${this.expression(2)},\n`;
    o += '  },\n\n';
    for (const h of ['onLoad', 'onShow', 'onReachBottom', 'onShareAppMessage'].slice(0, r.int(1, 4)))
      o += `${this.docComment('  ')}  ${h}(${h === 'onLoad' ? 'options' : ''}) {\n${this.statements('    ', 0, 2, 5)}  },\n\n`;
    for (let i = r.int(1, 5); i > 0; i--)
      o += `${this.docComment('  ')}  ${this.freshName()}(${this.isTypeScript ? 'e: any' : 'e'}) {\n${this.statements('    ', 0, 2, 5)}  },\n\n`;
    return o + `})${this.semicolon}\n\n`;
  }

  head() {
    const r = this.random;
    const s = this.semicolon;
    const q = this.quote;
    let o = '';
    if (r.chance(0.4))
      o += `/**\n * @file ${this.isChinese ? r.pick(phrases) : r.pick(words)}\n * @author ${r.pick(words)}${r.pick(words)}\n */\n\n`;
    if (this.isCommonJs) o += `${q}use strict${q}${s}\n\n`;
    for (let i = r.int(1, 5); i > 0; i--) {
      const m = `${q}../${r.pick(['utils', 'common', 'api', 'store'])}/${r.pick(words)}${q}`;
      o += this.isCommonJs
        ? `const ${this.freshName()} = require(${m})${s}\n`
        : r.chance(0.5)
          ? `import { ${r.pick(words)} as ${this.freshName()} } from ${m}${s}\n`
          : `import ${this.freshName()} from ${m}${s}\n`;
    }
    return o + '\n';
  }

  plainText() {
    const r = this.random;
    const k = r.f();
    if (this.isTypeScript && k < 0.2) return this.typeText();
    if (k < 0.55) return this.functionText();
    if (k < 0.7) return this.classText();
    if (k < 0.82) return this.tableText();
    return this.pageText();
  }

  file(target, { nets = 0, others = 0 } = {}) {
    const parts = [];
    let len = 0;
    const want = [];
    for (let i = 0; i < nets; i++) want.push(() => this.networkFunction());
    for (let i = 0; i < others; i++) want.push(() => this.otherFunction());
    const h = this.head();
    len = Buffer.byteLength(h);
    for (const w of want) {
      const t = w();
      parts.push(t);
      len += Buffer.byteLength(t);
    }
    while (len < target) {
      const t = this.plainText();
      const b = Buffer.byteLength(t);
      if (len + b > 30000 && parts.length) break;
      const at = this.random.int(0, parts.length);
      parts.splice(at, 0, t);
      len += b;
    }
    return (
      h +
      parts.join('') +
      (this.isCommonJs
        ? `module.exports = { ${this.random.pick(words)}: ${this.expression(2)} }${this.semicolon}\n`
        : '')
    );
  }
}
