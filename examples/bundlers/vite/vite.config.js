// vite.config.js
import cygnet from 'cygnet/vite';

export default { plugins: [cygnet({ to: 'fetch' })] };
