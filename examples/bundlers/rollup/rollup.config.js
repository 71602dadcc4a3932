// rollup.config.js: before plugins that take types or components apart
import cygnet from 'cygnet/rollup';

export default { input: 'main.js', plugins: [cygnet({ to: 'fetch' })] };
