// In: a value that a place exports. Out: what importers of the file have from there.
// Knows nothing of other files.

import type { ApiName } from '../apis.ts';
import { isExportedName } from '../syntax/export-places.ts';
import { spanOf } from '../syntax/positions.ts';
import { handOutName } from './holders.ts';
import type { PlaceOf, StepOf } from './table.ts';
import { holdPassedOn } from './perhaps.ts';
import { noteEscape, type Trail } from './trail.ts';
import type { CertainStep } from './values.ts';
import type { Node } from '../syntax/tree.ts';

type Exported = PlaceOf<'exported'>;

export function exportSwan(trail: Trail, step: StepOf<'swan'>, { name }: Exported, top: Node): void {
  trail.found.exports.push({ step, name, stands: 'swan', at: spanOf(top) });
  trail.use(step, { kind: 'export', at: spanOf(top) });
  // Importers are followed where they are known; the export itself would still name swan.
  noteEscape(trail, step, top, { by: 'export' });
  holdPassedOn(trail, step.node, []);
}

export function exportApi(trail: Trail, step: StepOf<'api'>, { name }: Exported, top: Node): void {
  const { api } = step.value;
  trail.found.exports.push({ step, name, stands: api, at: spanOf(step.node) });
  if (trail.tree.parent(top)?.type === 'ExportSpecifier') return trail.use(step, { kind: 'export', at: spanOf(top) });
  trail.found.values.push({ step, api, top });
  trail.use(step, { kind: 'value', api, at: spanOf(step.node) });
}

/** `module.exports = require('./host')`: what the other module exports, this one does too. */
export function exportModule(trail: Trail, step: StepOf<'module'>, { name }: Exported, top: Node): void {
  const { module, prefix } = step.value;
  for (const [key, { stands, isMixed }] of module.exports) {
    if (!key.startsWith(prefix)) continue;
    const rest = key.slice(prefix.length);
    const outside = name === '=' ? rest : `${name}.${rest}`;
    trail.found.exports.push({ step, name: outside, stands, at: spanOf(top), ...(isMixed ? { isMixed } : {}) });
  }
  trail.use(step, { kind: 'export', at: spanOf(top) });
}

// Names that are exported where they are declared

export function isExportedTarget({ tree, names }: Trail, id: Node): boolean {
  const binding = names.bindingOf(id);
  return binding !== undefined && isExportedName(tree, binding);
}

export function exportName(trail: Trail, step: CertainStep, id: Node & { type: 'Identifier' }, at: Node): void {
  trail.found.exports.push({ step, name: id.name, stands: 'swan', at: spanOf(at), id });
  // Importers are followed where they are known; the export itself would still name swan.
  noteEscape(trail, step, at, { by: 'export' });
  const binding = trail.names.bindingOf(id);
  if (binding) handOutName(trail, binding, []);
}

export function exportTaken(
  trail: Trail,
  step: CertainStep,
  id: Node & { type: 'Identifier' },
  stands: 'swan' | ApiName,
  property: Node,
): void {
  if (stands === 'swan') exportName(trail, step, id, property);
  else trail.found.exports.push({ step, name: id.name, stands, at: spanOf(property), id });
}
