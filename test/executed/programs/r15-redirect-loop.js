// R15: redirects without an end fail. How many are followed is the client's own business, and axios has one more.
// targets: fetch wx
swan.request({
    url: 'https://example.com/loop',
    success: res => trace('success', res.statusCode),
    fail: err => trace('fail', err),
    complete: () => trace('complete')
});
