// build.js
import { build } from 'esbuild';
import cygnet from 'cygnet/esbuild';

await build({ entryPoints: ['main.js'], bundle: true, outfile: 'out.js', plugins: [cygnet({ to: 'fetch' })] });
