// 不用命令行工具也能构建：node build.mjs
// Builds without the command line of the bundler: node build.mjs

import { promisify } from 'node:util';
import webpack from 'webpack';
import config from './webpack.config.cjs';

const compiler = webpack({ mode: 'production', ...config });
const stats = await promisify(compiler.run.bind(compiler))();
console.log(stats.toString({ colors: true, modules: false }));
process.exitCode = stats.hasErrors() ? 1 : 0;
