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
