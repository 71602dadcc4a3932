// R11: keys that swan does not read have no effect, and their expressions run.
function count(what) {
    trace('ran', what);
    return what;
}
swan.request({
    url: 'https://example.com/drip/8',
    timeout: count(1),
    headers: { 'x-typo': count('headers') },
    error: function () {
        trace('error');
    },
    mode: count('no-cors'),
    credentials: 'omit',
    params: { lost: 1 },
    success: function (res) {
        trace('success', res.data);
    },
    fail: function (err) {
        trace('fail', err.errMsg);
    }
});
