// Options built in steps, with defaults, spreads and a replaced success.
const defaults = { url: 'https://example.com/echo', header: { 'x-app': 'swan' }, success: () => trace('default success') };

function send(params) {
    const given = params.success;
    params.success = res => {
        trace('intercepted', res.statusCode);
        given(res);
    };
    swan.request(params);
}

function spread(extra) {
    swan.request({
        ...defaults,
        method: 'POST',
        ...extra,
        data: { from: 'spread' }
    });
}

send({ ...defaults, data: { a: 1 }, success: res => {
    trace('given', res.data.query);
    spread({ success: next => trace('spread', [next.data.method, next.data.body]) });
} });
