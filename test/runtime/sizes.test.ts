// The sizes of the linked shim as it reaches users, printed and held (1 kB is 1,024 bytes; axios itself stays outside).
// The two that are over what was aimed at say why.

import { afterAll, describe, expect, it } from 'vitest';
import { linkShim, type ShimRequest } from '../../src/shim.ts';
import { shippedSize } from './sizes.ts';

const sockets = [
  'connectSocket',
  'sendSocketMessage',
  'closeSocket',
  'onSocketOpen',
  'onSocketMessage',
  'onSocketError',
  'onSocketClose',
];
const files = ['uploadFile', 'uploadFileWithProgress', 'downloadFile'];
const native = ['request', 'requestTask', 'send', 'query', 'payload'];

const rows: { target: ShimRequest['target']; names: string[]; most: number }[] = [
  ...(['fetch', 'axios'] as const).flatMap((target) => [
    // The axios instance with its neutral settings takes what is more than the 1.5 kB aimed at.
    { target, names: ['request'], most: target === 'fetch' ? 1536 : 1600 },
    { target, names: ['send'], most: 1024 },
    { target, names: ['requestTask', 'payload', 'query'], most: 1536 },
    { target, names: sockets, most: 1536 },
    { target, names: ['downloadFile'], most: 1740 },
    // Of fetch this is more than the 3.5 kB aimed at: an upload that counts takes three ways there (fetch, XMLHttpRequest, Node).
    { target, names: [...native, ...files, ...sockets], most: target === 'fetch' ? 3810 : 3584 },
  ]),
  {
    target: 'wx',
    names: ['connectSocket', 'onSocketClose', 'withErrCode', 'withParsedData', 'hostOptions'],
    most: 410,
  },
];

describe('the shim, minified and compressed', () => {
  const lines: string[] = [];
  afterAll(() => console.log(lines.join('\n')));
  it.each(rows)('$target: $names', async ({ target, names, most }) => {
    const size = await shippedSize(linkShim({ target, names, module: 'esm', typescript: false }));
    lines.push(`${String(size).padStart(5)} bytes of ${most}: ${target} ${names.join(' ')}`);
    expect(size).toBeLessThanOrEqual(most);
  });
});
