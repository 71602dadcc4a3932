// R15: a callback that is no function is a bad parameter; nothing is thrown.
// targets: fetch axios
swan.request({
    url: 'https://example.com/echo',
    success: 'not a function',
    fail: err => trace('fail', err.errMsg.indexOf('success') > 0),
    complete: () => {
        trace('complete');
        swan.request({
            url: 'https://example.com/echo',
            fail: null,
            success: undefined,
            complete: () => trace('complete without the others')
        });
    }
});
