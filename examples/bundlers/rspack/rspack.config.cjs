// rspack.config.cjs
const cygnet = require('cygnet/rspack');

module.exports = { entry: './main.js', plugins: [cygnet({ to: 'fetch' })] };
