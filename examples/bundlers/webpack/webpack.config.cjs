// webpack.config.cjs
const cygnet = require('cygnet/webpack');

module.exports = { entry: './main.js', plugins: [cygnet({ to: 'fetch' })] };
