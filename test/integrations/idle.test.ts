// In: a project in which nobody says swan. Out: what the plugin is asked in its build: each script of the project once, and it has nothing to
// say; packages, style sheets and data never. That is what it costs.

import { describe, expect, it } from 'vitest';
import { bundle, pluginOf, projectOf } from './bundlers.ts';

interface Moving {
  readonly transform: { handler(this: object, code: string, id: string): Promise<unknown> };
}

const modules = Array.from({ length: 20 }, (_, i) => [`m${i}.js`, `export const m${i} = ${i};\n`] as const);
const files = {
  'package.json': '{ "name": "plain" }',
  'main.js': `import 'dep';\nimport data from './data.json';\n${modules.map(([name]) => `export * from './${name}';\n`).join('')}export { data };\n`,
  'data.json': '{ "one": 1 }',
  'node_modules/dep/package.json': '{ "name": "dep", "main": "index.js" }',
  'node_modules/dep/index.js': 'module.exports = 1;\n',
  ...Object.fromEntries(modules),
};

describe.each(['vite', 'rolldown'] as const)('a project without swan, in %s', (name) => {
  it('has the plugin asked for its own scripts only, which has nothing to say', async () => {
    const plugin: Moving = pluginOf(name)({ to: 'fetch' });
    const { transform } = plugin;
    const { handler } = transform;
    const asked: string[] = [];
    const said: unknown[] = [];
    transform.handler = async function (code, id) {
      // Rolldown has a module of its own.
      if (!id.startsWith('\0')) asked.push(id.replace(/^.*[\\/]/, ''));
      const moved = await handler.call(this, code, id);
      said.push(moved);
      return moved;
    };
    const { warnings, told } = await bundle(name, projectOf(files), { plugins: [plugin as never] });
    expect(asked.sort()).toEqual(['main.js', ...modules.map(([file]) => file)].sort());
    expect(said.filter((one) => one !== undefined)).toEqual([]);
    expect([...warnings, told].join('\n')).not.toContain('cygnet');
  });
});
