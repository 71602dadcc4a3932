// In: a tape. Out: modules that hand swan to each other: what one exports, what stands between, and what another imports.
// Knows nothing of how each of them is written.

import { commonJsBetween, esmBetween } from './between.ts';
import { commonJs, esm } from './exports.ts';
import { call } from './hosts.ts';
import { calls, commonJsImports, esmImports } from './imports.ts';
import { installerOf, patchOf } from './patches.ts';
import { scenes } from './statements.ts';
import { joined, outermost, type Writer } from './writer.ts';

export interface Module {
  readonly name: string;
  readonly code: string;
}

/** The entry first. */
export function modules(writer: Writer): Module[] {
  const { tape } = writer;
  const isEsm = tape.pick(2) === 0;
  const end = tape.of(['', '', '.js']);
  const netScope = outermost();
  const before = tape.isRare(3) ? scenes(writer, netScope, 1) : [];
  const given = tape.of(isEsm ? esm : commonJs)(writer, netScope);
  const after = tape.isRare(4) ? scenes(writer, netScope, 1) : [];
  const circle = tape.isRare(10) ? [isEsm ? `import './main${end}'` : `require('./main${end}')`] : [];
  const net = { name: 'net', code: joined(writer, [...circle, ...before, ...given.lines, ...after]) };
  const between = tape.isRare(3) ? (isEsm ? esmBetween : commonJsBetween)(writer, given.exports, end) : undefined;
  const entryExports = between?.exports ?? given.exports;
  const scope = outermost();
  const from = between ? 'index' : 'net';
  const patch = tape.isRare(6) ? [patchOf(writer, given.exports, isEsm, end)] : [];
  const imports = (isEsm ? esmImports : commonJsImports)(writer, entryExports, scope, `./${from}${end}`);
  if (patch.length > 0) {
    const load = isEsm ? `import './patch${end}'` : `require('./patch${end}')`;
    if (isEsm || tape.isRare(2)) imports.unshift(load);
    else imports.push(load);
  }
  const installer = patch.length === 0 && tape.isRare(8) ? installerOf(writer, isEsm, end, scope) : undefined;
  if (installer) imports.push(...installer.lines);
  const body = [
    ...calls(writer, scope),
    ...scenes(writer, scope, tape.pick(3)),
    ...(tape.isRare(3) ? [`later(() => ${call(writer, scope)})`] : []),
  ];
  const main = { name: 'main', code: joined(writer, [...imports, ...body]) };
  return [
    main,
    net,
    ...(between ? [{ name: 'index', code: joined(writer, between.lines) }] : []),
    ...patch,
    ...(installer ? [installer.module] : []),
  ];
}
