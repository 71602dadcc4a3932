// In: the built library. Out: the generated pages under docs/, written afresh.
// Run it after a change to a diagnostic, an API or a target: `npm run build && node scripts/docs.mjs`.

import { writeFileSync } from 'node:fs';
import { apis } from '../dist/src/apis.js';
import { catalogue } from '../dist/src/diagnostics.js';
import { shimExports } from '../dist/src/shim.js';
import { targets } from '../dist/src/targets.js';
import { renderDiagnostics, renderTargets } from './render-docs.mjs';

const docs = new URL('../docs/', import.meta.url);
writeFileSync(new URL('diagnostics.md', docs), renderDiagnostics(catalogue));
writeFileSync(new URL('targets.md', docs), renderTargets(targets, apis, shimExports));
