// In: a build and its bundler. Out: the hooks of a plugin that are about one module: how the shim is found and loaded, and what becomes
// of a text. Every bundler but esbuild has them.
// Knows nothing of swan.

import { readFile } from 'node:fs/promises';

import type { UnpluginContext, UnpluginContextMeta, UnpluginMessage, UnpluginOptions } from 'unplugin';

import { scriptIdPattern } from '../../workspace/choices.ts';
import type { Build } from './build.ts';
import { packageFolder } from './hosts.ts';
import { readModuleId } from './module-id.ts';
import { moduleUse } from './module-use.ts';
import type { MovedModule } from './move-module.ts';
import { stampKey, stampModule } from './rebuild.ts';
import { type Remark, type Remarks, withPlace } from './remarks.ts';
import { runtimeFilePattern, runtimeSpecifier } from './runtime-package.ts';

export type ModuleHooks = Pick<UnpluginOptions, 'resolveId' | 'load' | 'transform'>;

/** What is made up by other plugins, which have signs of their own for it. */
const virtualId = /^(?:\0|virtual:)/;

export function moduleHooks(
  build: Build,
  framework: UnpluginContextMeta['framework'],
  mayReadPackages: boolean,
): ModuleHooks {
  // Vite passes on where something is and prints it of an error only; webpack has no place to put it.
  const showsPlaces = framework === 'rollup' || framework === 'rolldown';
  const transform = {
    // Before anything takes types or components apart.
    order: 'pre' as const,
    filter: { id: { include: [scriptIdPattern, virtualId], ...(!mayReadPackages && { exclude: packageFolder }) } },
    async handler(this: UnpluginContext, code: string, id: string) {
      const moved = await moveAsUsed(build, code, id, this);
      await stampModule(build, id, this);
      if (!moved) return undefined;
      tell(this, id, moved, showsPlaces);
      if (moved.code === undefined) return undefined;
      const own = framework === 'rollup' && { meta: { [stampKey]: await build.stampOf(id) } };
      return { code: moved.code, map: moved.map, ...own };
    },
  };
  return {
    resolveId: {
      filter: { id: runtimeSpecifier },
      handler: (specifier) => build.resolve(specifier),
    },
    load: {
      filter: { id: runtimeFilePattern },
      async handler(id) {
        const shim = await build.load(id);
        if (!shim) return undefined;
        await stampModule(build, id, this);
        for (const file of shim.sources) this.addWatchFile(file);
        for (const text of shim.warnings) this.warn(text[build.locale()]);
        return { code: shim.text, map: null };
      },
    },
    transform,
  };
}

async function moveAsUsed(build: Build, code: string, id: string, context: object): Promise<MovedModule | undefined> {
  const use = moduleUse(id, context);
  if (use === 'program') return build.move(code, id);
  const file = readModuleId(id)?.path;
  if (use === 'text' || file === undefined) return undefined;
  return build.leave('copied', { id: file, code: await readFile(file, 'utf8') });
}

/** An error may end whatever handles the module, so it is told last, and several are told as one. */
function tell(context: UnpluginContext, id: string, { warnings, errors }: Remarks, showsPlaces: boolean): void {
  for (const warning of warnings) context.warn(messageOf(warning, id, showsPlaces));
  const [first, ...others] = errors;
  if (!first) return;
  const message = messageOf(first, id, showsPlaces);
  const more = others.map((one) => `\n${withPlace(one)}`).join('');
  // Vite throws what it gets, and what it shows in a page is an error.
  context.error(asError({ ...message, message: `${message.message}${more}` }));
}

function asError(message: UnpluginMessage): UnpluginMessage {
  // Where in the plugin it was noticed says nothing.
  return Object.assign(new Error(message.message), { ...message, stack: message.message });
}

function messageOf(remark: Remark, id: string, showsPlaces: boolean): UnpluginMessage {
  const { text, code, at } = remark;
  const message = showsPlaces ? text : withPlace(remark);
  return { message, id, ...(code !== undefined && { pluginCode: code }), ...(at && { loc: { ...at } }) };
}
