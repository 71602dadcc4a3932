// 不用命令行工具也能构建：node build.mjs
// Builds without the command line of the bundler: node build.mjs

import { promisify } from 'node:util';
import { rspack } from '@rspack/core';
import config from './rspack.config.cjs';

const compiler = rspack({ mode: 'production', ...config });
const stats = await promisify(compiler.run.bind(compiler))();
console.log(stats.toString({ colors: true, modules: false }));
process.exitCode = stats.hasErrors() ? 1 : 0;
