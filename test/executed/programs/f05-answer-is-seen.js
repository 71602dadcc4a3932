// F5, F6: a test whose answer somebody else sees stays, and so does what it decides.
const hasSwan = typeof swan !== 'undefined';
trace('host', hasSwan);
if (hasSwan) {
    swan.request({ url: 'https://example.com/echo?a=1', success: res => trace('success', res.data.query) });
}
