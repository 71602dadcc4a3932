// Callbacks by name, as methods, async, with defaults and destructuring, and by reference.
function named(res) {
    trace('named', [arguments.length, res.statusCode]);
    swan.request({ url: 'https://example.com/json', async success(res) { await null; trace('async method', res.statusCode); second(); } });
}
function second() {
    const handlers = { ok: res => { trace('member', res.statusCode); third(); } };
    swan.request({ url: 'https://example.com/json', success: handlers.ok });
}
function third() {
    swan.request({ url: 'https://example.com/json', success: ({ data = {}, statusCode: code = 0 } = {}) => { trace('defaults', [data.name, code]); fourth(); } });
}
function fourth() {
    const fail = err => trace('fail', typeof err.errMsg);
    const complete = function () { trace('complete', arguments.length); };
    swan.request({ url: 'https://refused.example.com/', fail, complete });
}
swan.request({ url: 'https://example.com/json', success: named });
