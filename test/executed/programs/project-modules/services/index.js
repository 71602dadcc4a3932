export { load } from './load.js';
export { default as save } from './save.js';
