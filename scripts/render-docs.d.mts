import type { apis } from '../src/apis.ts';
import type { catalogue } from '../src/diagnostics/diagnostics.ts';
import type { Locale } from '../src/locale/locale.ts';
import type { Table } from '../src/resolve/table.ts';
import type { targets } from '../src/targets.ts';
import type { TargetName } from '../src/target.ts';

export function renderDiagnostics(
  entries: typeof catalogue,
  rules: ReadonlyMap<string, string>,
  locale: Locale,
): string;
export function renderTargets(
  registry: typeof targets,
  all: typeof apis,
  shimExports: (target: TargetName) => readonly string[],
  locale: Locale,
): string;
export function withTable(page: string, table: Table): string;
