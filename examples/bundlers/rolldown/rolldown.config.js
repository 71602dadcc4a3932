// rolldown.config.js
import cygnet from 'cygnet/rolldown';

export default { input: 'main.js', plugins: [cygnet({ to: 'fetch' })] };
