// R11, "On wx": the same when the options arrive in a variable.
function send(options) {
    swan.request(options);
}
send({
    url: 'https://example.com/drip/8',
    timeout: 1,
    headers: { 'x-typo': '1' },
    body: 'not this',
    success: res => trace('success', res.data),
    fail: err => trace('fail', err.errMsg)
});
// What a spread brings is as little seen: the case of its words, and options that only the next host knows.
const spread = { method: 'post', data: { a: 3 }, dataType: 'JSON', redirect: 'manual' };
swan.request({ ...spread, url: 'https://example.com/redirect/302/echo', complete: res => trace('spread', [res.statusCode, res.data]) });
