// Facts about the options of WeChat's network API, where they differ from swan's.
// Source: miniprogram-api-typings 5.2.3 and the WeChat documents; the rule "On wx".

import type { ApiName } from '../../src/apis.ts';

/** Options that wx obeys and swan ignores: carrying one over would give it an effect (R11). */
export const ownOptions: { readonly [A in ApiName]?: readonly string[] } = {
  request: [
    'timeout',
    'enableCache',
    'enableChunked',
    'enableHttp2',
    'enableHttpDNS',
    'enableProfile',
    'enableQuic',
    'forceCellularNetwork',
    'httpDNSServiceId',
    'httpDNSTimeout',
    'redirect',
    'useHighPerformanceMode',
  ],
  uploadFile: ['timeout', 'enableHttp2', 'enableProfile', 'enableQuic', 'httpDNSServiceId', 'useHighPerformanceMode'],
  downloadFile: ['timeout', 'enableHttp2', 'enableProfile', 'enableQuic', 'httpDNSServiceId', 'useHighPerformanceMode'],
  connectSocket: ['timeout', 'tcpNoDelay', 'perMessageDeflate', 'forceCellularNetwork'],
};
