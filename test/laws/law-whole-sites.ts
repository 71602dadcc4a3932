// Law 7, sites: what is reported is what was done. A kept site stays byte for byte as it was and says why; every other
// one was edited; places agree with the text; the names of the shim are the ones that the file imports.

import { isCode, type Edit, type Span } from '../../src/index.ts';
import { isNamingEdit } from './naming.ts';
import { nameOf, shimImportsOf } from './shim-imports.ts';
import { showPlace, type Law, type Reading, type Subject, type Violations } from './subject.ts';
import { isNode } from './syntax.ts';

export const wholeSites: Law = { name: '7 whole sites', check };

function check(subject: Subject): Violations {
  const { program, result } = subject;
  if (result.status === 'failed') return checkFailed(subject);
  const violations: string[] = [];
  const handled = result.sites.filter((site) => site.verdict !== 'kept');
  let previous = 0;
  for (const site of result.sites) {
    const place = showPlace(program.code, site.start, site.end);
    if (site.start < previous) violations.push(`sites are out of order, ${place}`);
    previous = site.start;
    if (!(site.start < site.end && site.end <= program.code.length))
      violations.push(`a site is no stretch of the text, ${place}`);
    violations.push(...checkPlace(program.code, site, `the site, ${place}`));
    for (const code of site.codes) {
      if (!isCode(code)) violations.push(`unknown code ${String(code)}`);
      if (!result.diagnostics.some((one) => one.code === code))
        violations.push(`${code} is not among the diagnostics, ${place}`);
    }
    if (site.verdict !== 'kept') continue;
    if (site.codes.length === 0) violations.push(`a site is kept without a reason, ${place}`);
    if (site.codes.some((code) => code === 'internal-error')) violations.push(`a fault of our own, ${place}`);
    for (const edit of result.edits) {
      const touches = edit.at.start < site.end && site.start < edit.at.end;
      const isNested = handled.some(
        (inner) =>
          site.start <= inner.start &&
          inner.end <= site.end &&
          inner.start <= edit.at.start &&
          edit.at.end <= inner.end,
      );
      const isOuter = handled.some((outer) => outer.start <= site.start && site.end <= outer.end);
      if (touches && !isNested && !isOuter && !isElsewhere(edit, site, program.code) && edit.at.start < edit.at.end)
        violations.push(`a kept site is edited, ${place}`);
    }
    if (!isShown(subject, site)) violations.push(`a kept site is not as it was, ${place}`);
  }
  for (const diagnostic of result.diagnostics) {
    if (diagnostic.code === 'internal-error') violations.push(`a fault of our own: ${diagnostic.message}`);
    violations.push(...checkPlace(program.code, diagnostic, diagnostic.code));
    if (diagnostic.message.match(/\[object |\$\{/)) violations.push(`a message with a hole: ${diagnostic.message}`);
  }
  violations.push(...checkImports(subject));
  return violations;
}

function checkFailed({ program, result }: Subject): Violations {
  const violations: string[] = [];
  if (result.code !== program.code || result.edits.length > 0) violations.push('a failed file was changed');
  if (!result.diagnostics.some((one) => one.severity === 'error')) violations.push('a failed file says no reason');
  for (const diagnostic of result.diagnostics) {
    if (diagnostic.code === 'internal-error') violations.push(`a fault of our own: ${diagnostic.message}`);
  }
  return violations;
}

/** The bytes of a kept site that no other site owns stand in the output in one run. */
function isShown(
  { layout, result, program }: Subject,
  site: { readonly start: number; readonly end: number },
): boolean {
  const nested = result.sites.filter(
    (inner) => inner.verdict !== 'kept' && site.start <= inner.start && inner.end <= site.end,
  );
  for (let at = site.start; at < site.end; at++) {
    if (result.edits.some((edit) => edit.at.start <= at && at < edit.at.end && isElsewhere(edit, site, program.code)))
      continue;
    if (!nested.some((inner) => inner.start <= at && at < inner.end) && (layout.outOf[at] ?? -1) < 0) return false;
  }
  return true;
}

/** Another name of swan, somewhere in the arguments of the site. */
function isElsewhere(edit: Edit, site: Span, code: string): boolean {
  return edit.at.start > code.indexOf('(', site.start) && isNamingEdit(edit, code);
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly start: number;
  readonly end: number;
}

function checkPlace(code: string, place: Place, what: string): Violations {
  const [line, column] = placeOf(code, place.start);
  const [endLine, endColumn] = placeOf(code, place.end);
  const isRight =
    place.line === line && place.column === column && place.endLine === endLine && place.endColumn === endColumn;
  if (isRight) return [];
  const said = `${place.line}:${place.column} to ${place.endLine}:${place.endColumn}`;
  return [`${what}: says ${said}, is ${line}:${column} to ${endLine}:${endColumn}`];
}

/** From 1; a byte order mark is no column. */
function placeOf(code: string, offset: number): [number, number] {
  const lines = code
    .replace(/^\uFEFF/, '')
    .slice(0, code.startsWith('\uFEFF') ? Math.max(0, offset - 1) : offset)
    .split(/\r\n|[\n\r\u2028\u2029]/);
  return [lines.length, (lines.at(-1) ?? '').length + 1];
}

function checkImports({ before, after, result, options }: Subject): Violations {
  if (!before || !after || result.status !== 'changed') return [];
  const from = options.shim ?? './swan-net.js';
  const namesIn = ({ nodes }: Reading): string[] => shimImportsOf(nodes, from).flatMap(({ names }) => names);
  // What it took from the shim before is there still, and is named only where something new uses it.
  const earlier = namesIn(before);
  const found = namesIn(after).filter((name) => !earlier.includes(name) || result.shim.includes(name));
  // A script in TypeScript names types where it uses them: `import('./swan-net.js').RequestTask`.
  for (const { node } of after.nodes) {
    const isOfModule = node.type === 'TSImportType' && isNode(node['argument']) && node['argument']['value'] === from;
    const name = isOfModule && isNode(node['qualifier']) ? nameOf(node['qualifier']) : undefined;
    if (name !== undefined && !found.includes(name)) found.push(name);
  }
  // Which names are taken out of the whole module is not looked at.
  const isWhole = found.includes('*');
  const known = isWhole ? result.shim.filter((name) => found.includes(name)).concat('*') : result.shim;
  const [wanted, imported] = [known, found].map((names) => [...new Set(names)].sort().join(', '));
  const lost = earlier.filter((name) => !namesIn(after).includes(name));
  if (lost.length > 0) return [`the file no longer imports ${lost.join(', ')}`];
  return wanted === imported ? [] : [`the shim is to hold (${wanted}), the file imports (${imported})`];
}
