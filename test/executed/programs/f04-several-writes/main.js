// F4, F6: an export with several writes: whoever imports it keeps its calls.
// kept: mixed-host swan-escapes
const { host } = require('./host');

host.request({
    url: 'https://example.com/echo?by=host',
    success: res => {
        trace('host', res.data.query);
        swan.request({ url: 'https://example.com/echo?by=swan', success: last => trace('swan', last.data.query) });
    }
});
