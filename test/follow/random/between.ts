// In: what a module exports. Out: a module that stands between it and its importers: hands it on, or puts its own before it.
// Its own wrappers add to the url, so that a call which passes them by shows.

import type { Exported, Exports } from './exports.ts';
import type { Writer } from './writer.ts';

export function esmBetween(writer: Writer, exports: Exports, end: string): Exported {
  const { tape } = writer;
  const specifier = `'./net${end}'`;
  const named = new Map([...exports].filter(([name]) => name !== 'default'));
  const [name, kind] = [...exports][0] ?? ['request', 'api'];
  const out = name === 'default' ? 'given' : name;
  const one: Exports = new Map([[out, kind]]);
  const forms: [() => Exported, ...(() => Exported)[]] = [
    () => ({ lines: [`export { ${name}${name === out ? '' : ` as ${out}`} } from ${specifier}`], exports: one }),
    () => ({ lines: [`import { ${name} as base } from ${specifier}`, `export const ${out} = base`], exports: one }),
    () => ({ lines: [`import { ${name} as base } from ${specifier}`, `export { base as ${out} }`], exports: one }),
    () => ({
      lines: [`import { ${name} as base } from ${specifier}`, `export default base`],
      exports: new Map([['default', kind]]),
    }),
  ];
  if (named.size > 0) forms.push(() => ({ lines: [`export * from ${specifier}`], exports: named }));
  if (named.get('request') === 'api') {
    const own = `export function request(o) { log('wrapped'); return base({ ...o, url: o.url + '?m' }) }`;
    const lines = [`import { request as base } from ${specifier}`, `export * from ${specifier}`, own];
    forms.push(() => ({ lines, exports: named }));
    forms.push(() => ({ lines: [lines[0] ?? '', own], exports: new Map([['request', 'api']]) }));
  }
  return tape.of(forms)();
}

export function commonJsBetween(writer: Writer, exports: Exports, end: string): Exported {
  const { tape } = writer;
  const load = `require('./net${end}')`;
  const whole = exports.get('=');
  const [name, kind] = [...exports].find(([key]) => key !== '=') ?? ['=', 'host'];
  const forms: [() => Exported, ...(() => Exported)[]] = [() => ({ lines: [`module.exports = ${load}`], exports })];
  if (name !== '=') {
    const one: Exports = new Map([[name, kind]]);
    forms.push(() => ({ lines: [`exports.${name} = ${load}.${name}`], exports: one }));
    forms.push(() => ({ lines: [`const { ${name} } = ${load}`, `module.exports = { ${name} }`], exports: one }));
    forms.push(() => ({ lines: [`module.exports = { ...${load} }`], exports: one }));
    forms.push(() => ({ lines: [`Object.assign(module.exports, ${load})`], exports: one }));
    forms.push(() => ({
      lines: [`for (const key of Object.keys(${load})) exports[key] = ${load}[key]`],
      exports: one,
    }));
  }
  if (exports.get('request') === 'api') {
    const lines = [
      `const old = ${load}.request`,
      `module.exports = ${load}`,
      `module.exports.request = o => old({ ...o, url: o.url + '?m' })`,
    ];
    forms.push(() => ({ lines, exports }));
  }
  if (whole !== undefined)
    forms.push(() => ({ lines: [`exports.given = ${load}`], exports: new Map([['given', whole]]) }));
  return tape.of(forms)();
}
