// F1, F6: names that may hold something else, or nothing, keep their calls; the one that is swan for certain moves.
// kept: mixed-host
const mock = { request: options => trace('mock', options.url) };
const isTest = Math.random() > 2;
const host = isTest ? mock : swan;

host.request({
    url: 'https://example.com/echo?by=choice',
    success: res => {
        trace('choice', res.data.query);
        send(swan, 'passed');
    }
});
function send(api = mock, by) {
    api.request({
        url: 'https://example.com/echo?by=' + by,
        success: res => {
            trace('parameter', res.data.query);
            swan.request({ url: 'https://example.com/echo?by=swan', success: last => trace('swan', last.data.query) });
        }
    });
}
send(undefined, 'mock');
