// In: options of which nothing is known: a plain object, an instance of a class, what Object.create gave.
// Out: options that wx understands, with the same effect. What swan reads counts, whether the object itself has it or inherits it.

import { hostOptions, type Adapt, type Loose } from './wx-options.ts';

/** Every option that swan reads. Others have no effect on swan and might have one here (R11). */
const optionNames =
  'url data header method dataType responseType filePath name formData protocolsArray protocols code reason success fail complete';

/** `hostOptions` for options that cannot be seen: what they inherit is carried over, and letter case is made wx's. */
export const anyOptions: Adapt = (options: unknown) => {
  const given = Object(options);
  const own: Loose = {};
  for (const name of optionNames.split(' ')) {
    const value = given[name];
    if (value === undefined) continue;
    if (name === 'method') own[name] = typeof value === 'string' ? value.toUpperCase() : 'GET';
    else own[name] = /Type$/.test(name) && /^(json|arraybuffer)$/i.test(value) ? String(value).toLowerCase() : value;
  }
  return hostOptions(own);
};
