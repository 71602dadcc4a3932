// In: nothing. Out: what `cygnet/eslint` exports: the plugin alone, as flat configs take it.
// Knows nothing of what the plugin does.

export { plugin as default } from './plugin.ts';
