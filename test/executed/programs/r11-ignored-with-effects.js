// R11, R19: what swan ignores is evaluated once, in its place, and has no effect; what does nothing may go.
const order = [];
const note = (name, value) => {
    order.push(name);
    return value;
};
const config = {};
const mode = 'cors';
function first(token) {
    swan.request({
        timeout: note('timeout', 1),
        url: note('url', 'https://example.com/slow'),
        headers: { 'x-ignored': token, 'x-noted': note('headers', 'b') },
        mode,
        error: () => trace('never'),
        success: res => trace('success', res.statusCode, order.join()),
        complete: second
    });
}
function second() {
    try {
        swan.request({ url: 'https://example.com/echo', timeout: config.missing.timeout, complete: () => trace('never') });
    } catch (err) {
        trace('thrown', err.name);
    }
    swan.request({
        ['credentials']: note('credentials', 'include'),
        url: 'https://example.com/echo',
        async error() {
            await null;
        },
        success: res => trace('second', res.data.method),
        complete: third
    });
}
function third() {
    order.length = 0;
    swan.downloadFile({ url: 'https://example.com/png', timeout: note('download', 1), complete: res => {
        trace('download', res.statusCode, order.join());
        swan.sendSocketMessage({ data: 'nowhere', retry: note('retry', true) });
        swan.closeSocket({ force: true, quiet: note('quiet', true) });
        trace('end', order.join());
    } });
}
first('a');
