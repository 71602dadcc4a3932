// What `cygnet/eslint` exports: the plugin alone, as flat configs take it.

export { plugin as default } from './plugin.ts';
