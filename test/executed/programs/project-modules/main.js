// An ES module program of several files, re-exports among them.
import { load } from './services/index.js';
import save from './services/save.js';

const item = await load(3);
trace('loaded', item);
trace('saved', await save({ ...item, note: 'a b' }));
