// In: the package. Out: its version on standard output, and nothing else is loaded for it: scripts and editors ask often.
// Knows nothing of commands; with anything behind `--version` the program answers itself (program.ts).

import description from '../package.json' with { type: 'json' };

process.stdout.write(`${description.version}\n`);
