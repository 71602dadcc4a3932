// R1, R3: a wrapper without fail, for a call that fails: the promise stays open and nothing is left unhandled.
// order: channel
const load = url => new Promise(resolve => swan.request({ url, success: resolve }));
load('https://refused.example.com/').then(() => trace('resolved'), () => trace('rejected'));
load('https://example.com/status/500').then(res => trace('status', res.statusCode));
setTimeout(() => trace('end'), 400);
