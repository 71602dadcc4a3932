// In: the id of a module and what its bundler knows of it. Out: what the build takes its text for: a program, a text to be read by the
// program, or a file to be copied.
// Knows nothing of what is in it.

export type ModuleUse = 'program' | 'text' | 'copy';

export function moduleUse(id: string, context: object): ModuleUse {
  const type = (context as NativeContext).getNativeBuildContext?.().loaderContext?._module?.type;
  if (type !== undefined) return useOfType(type);
  const at = id.indexOf('?');
  const query = new URLSearchParams(at < 0 ? '' : id.slice(at + 1));
  if (query.has('raw')) return 'text';
  // A worker that is asked for by its url is bundled.
  return query.has('url') && !query.has('worker') && !query.has('sharedworker') ? 'copy' : 'program';
}

/** Of webpack and Rspack. */
function useOfType(type: string): ModuleUse {
  if (type === 'asset' || type === 'asset/resource') return 'copy';
  return type.startsWith('asset/') ? 'text' : 'program';
}

/** As esbuild goes by the name: the longest ending that has a loader decides. */
export function loaderOf<Loader extends string>(
  file: string,
  loaders: Readonly<Record<string, Loader>>,
): Loader | Script {
  const [, ...parts] = file.split('.');
  const ending = parts.map((_, from) => `.${parts.slice(from).join('.')}`).find((one) => one in loaders);
  return (ending === undefined ? undefined : loaders[ending]) ?? scriptLoaderOf(`.${parts.at(-1) ?? ''}`);
}

type Script = 'js' | 'jsx' | 'ts' | 'tsx';

function scriptLoaderOf(extension: string): Script {
  if (extension.endsWith('x')) return extension === '.tsx' ? 'tsx' : 'jsx';
  return extension.includes('t') ? 'ts' : 'js';
}

export function useOfLoader(loader: string): ModuleUse {
  if (['js', 'jsx', 'ts', 'tsx', 'default'].includes(loader)) return 'program';
  return loader === 'file' || loader === 'copy' ? 'copy' : 'text';
}

interface NativeContext {
  getNativeBuildContext?(): { readonly loaderContext?: { readonly _module?: { readonly type?: string } } };
}
