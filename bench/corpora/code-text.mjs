// In: random numbers and how a file is written. Out: expressions, statements and what stands around them, as text that parses.
// Every call draws from the numbers in the same order, so a file is the same wherever it is made. Knows nothing of swan.

import { capital, phrases, words } from './words.mjs';

export class CodeText {
  constructor(random, { ts = false, cjs = false, cn = true, semi = true } = {}) {
    this.random = random;
    this.isTypeScript = ts;
    this.isCommonJs = cjs;
    this.isChinese = cn;
    this.semicolon = semi ? ';' : '';
    this.count = 0;
    /** How many calls of swan's network were written. */
    this.calls = 0;
    this.quote = random.chance(0.85) ? "'" : '"';
  }

  name() {
    const r = this.random;
    const a = r.pick(words);
    const b = r.pick(words);
    return r.chance(0.3) ? a + capital(b) + capital(r.pick(words)) : a + capital(b);
  }

  freshName() {
    return this.name() + (this.count++ || '');
  }

  string() {
    const r = this.random;
    const q = this.quote;
    const k = r.int(0, 5);
    if (k === 0 && this.isChinese) return q + r.pick(phrases) + q;
    if (k === 1) return q + '/pages/' + r.pick(words) + '/' + r.pick(words) + q;
    if (k === 2) return q + r.pick(words) + '_' + r.pick(words) + q;
    return q + r.pick(words) + q;
  }

  number() {
    const r = this.random;
    return r.chance(0.2) ? (r.f() * 100).toFixed(2) : String(r.int(0, 3000));
  }

  expression(d = 0) {
    const r = this.random;
    const k = d > 2 ? r.int(0, 3) : r.int(0, 12);
    switch (k) {
      case 0:
        return this.string();
      case 1:
        return this.number();
      case 2:
        return r.pick(words);
      case 3:
        return `${r.pick(words)}.${r.pick(words)}`;
      case 4:
        return `${this.expression(d + 1)} ${r.pick(['+', '-', '*', '>', '===', '!==', '<='])} ${this.expression(d + 1)}`;
      case 5:
        return `${r.pick(words)}.${r.pick(['map', 'filter', 'some', 'find'])}((${r.pick(['x', 'it', 'el'])}) => ${r.pick(words)}.${r.pick(words)}(${this.expression(d + 1)}))`;
      case 6:
        return `\`\${${r.pick(words)}.${r.pick(words)}}-${r.pick(words)}\${${r.pick(words)}}\``;
      case 7:
        return `(${this.expression(d + 1)} ? ${this.expression(d + 1)} : ${this.expression(d + 1)})`;
      case 8:
        return `${r.pick(words)}?.${r.pick(words)} ?? ${this.expression(d + 1)}`.replace(/\?\? (.*)$/, '?? ($1)');
      case 9:
        return (
          `{ ${r.pick(words)}: ${this.expression(d + 1)}, ...${r.pick(words)}, ${r.pick(words)} }`.replace(
            /^\{/,
            '({',
          ) + ')'
        );
      case 10:
        return `[${this.expression(d + 1)}, ${this.expression(d + 1)}, ...${r.pick(words)}]`;
      case 11:
        return `${this.name()}(${this.expression(d + 1)}, ${this.expression(d + 1)})`;
      default:
        return `/^[\\w-]+\\/(\\d{1,${r.int(2, 9)}})$/${r.pick(['', 'g', 'i'])}.test(${r.pick(words)})`;
    }
  }

  comment(ind) {
    const r = this.random;
    if (!r.chance(0.25)) return '';
    return `${ind}// ${this.isChinese ? r.pick(phrases) : `${r.pick(words)} the ${r.pick(words)} before ${r.pick(words)}`}\n`;
  }

  statement(ind, d = 0) {
    const r = this.random;
    const s = this.semicolon;
    const k = d > 2 ? r.int(0, 4) : r.int(0, 11);
    const c = this.comment(ind);
    switch (k) {
      case 0:
      case 1:
        return `${c}${ind}const ${this.freshName()} = ${this.expression()}${s}\n`;
      case 2:
        return `${c}${ind}${r.pick(['this', 'that', 'app'])}.${r.pick(words)} = ${this.expression()}${s}\n`;
      case 3:
        return `${c}${ind}${this.name()}(${this.expression()}, ${this.expression()})${s}\n`;
      case 4:
        return `${c}${ind}this.setData({ ${r.pick(words)}: ${this.expression(2)}, ${this.quote}${r.pick(words)}.${r.pick(words)}${this.quote}: ${this.expression(2)} })${s}\n`;
      case 5:
      case 6:
        return `${c}${ind}if (${this.expression(1)}) {\n${this.statements(ind + '  ', d + 1, 1, 3)}${ind}}${r.chance(0.4) ? ` else {\n${this.statements(ind + '  ', d + 1, 1, 2)}${ind}}` : ''}\n`;
      case 7:
        return `${c}${ind}for (let i = 0; i < ${r.pick(words)}.length; i++) {\n${this.statements(ind + '  ', d + 1, 1, 3)}${ind}}\n`;
      case 8:
        return `${c}${ind}for (const ${r.pick(words)}${this.count++} of ${r.pick(words)}.${r.pick(words)}) {\n${this.statements(ind + '  ', d + 1, 1, 2)}${ind}}\n`;
      case 9:
        return `${c}${ind}switch (${r.pick(words)}.${r.pick(words)}) {\n${[1, 2, 3].map((i) => `${ind}  case ${i}:\n${this.statement(ind + '    ', 3)}${ind}    break${s}\n`).join('')}${ind}  default:\n${ind}    break${s}\n${ind}}\n`;
      case 10:
        return `${c}${ind}try {\n${this.statements(ind + '  ', d + 1, 1, 3)}${ind}} catch (e) {\n${ind}  console.error(${this.string()}, e)${s}\n${ind}}\n`;
      default:
        return `${c}${ind}setTimeout(() => {\n${this.statements(ind + '  ', d + 1, 1, 2)}${ind}}, ${r.int(1, 50) * 100})${s}\n`;
    }
  }

  statements(ind, d, lo, hi) {
    let o = '';
    for (let i = this.random.int(lo, hi); i > 0; i--) o += this.statement(ind, d);
    return o;
  }

  parameters() {
    const r = this.random;
    const n = r.int(0, 3);
    const xs = [];
    for (let i = 0; i < n; i++) {
      const a = r.pick(words) + i;
      xs.push(
        this.isTypeScript
          ? `${a}${r.chance(0.2) ? '?' : ''}: ${this.type()}`
          : r.chance(0.15)
            ? `${a} = ${this.number()}`
            : a,
      );
    }
    if (this.isTypeScript) {
      let opt = false;
      return xs
        .map((x) => {
          if (/\?:/.test(x)) opt = true;
          else if (opt) return x.replace(':', '?:');
          return x;
        })
        .join(', ');
    }
    return xs.join(', ');
  }

  type() {
    const r = this.random;
    return r.pick([
      'string',
      'number',
      'boolean',
      'string[]',
      'Record<string, unknown>',
      'Promise<void>',
      `Array<{ ${r.pick(words)}: number; ${r.pick(words)}?: string }>`,
      `'${r.pick(words)}' | '${r.pick(words)}'`,
      `Partial<${capital(r.pick(words))}>`,
    ]);
  }

  docComment(ind = '') {
    const r = this.random;
    if (!r.chance(0.5)) return '';
    return `${ind}/**\n${ind} * ${this.isChinese ? r.pick(phrases) : `${capital(r.pick(words))} ${r.pick(words)} for the ${r.pick(words)} ${r.pick(words)}.`}\n${ind} * @param {Object} ${r.pick(words)}\n${ind} * @return {${r.pick(['string', 'number', 'Promise'])}}\n${ind} */\n`;
  }

  exportWord() {
    return this.isCommonJs ? '' : this.random.chance(0.5) ? 'export ' : '';
  }
}
