// The sizes of the linked shim as it reaches users, printed and held: 1.5 kB for requests, 3.5 for everything, 0.4 on wx.
// 1 kB is 1,024 bytes; axios itself stays outside.

import { afterAll, describe, expect, it } from 'vitest';
import { linkShim, type ShimRequest } from '../../src/shim/shim.ts';
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
    { target, names: ['request'], most: 1536 },
    { target, names: ['send'], most: 1024 },
    { target, names: ['requestTask', 'payload', 'query'], most: 1536 },
    { target, names: sockets, most: 1560 },
    { target, names: ['downloadFile'], most: 1740 },
    { target, names: [...native, ...files, ...sockets], most: 3584 },
  ]),
  {
    target: 'wx',
    names: ['connectSocket', 'onSocketClose', 'withErrCode', 'withParsedData', 'hostOptions'],
    most: 425,
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
