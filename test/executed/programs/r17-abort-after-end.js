// R17: abort after the end does nothing.
const task = swan.request({
    url: 'https://example.com/json',
    success: () => {
        trace('success');
        task.abort();
    },
    fail: err => trace('fail', err.errMsg),
    complete: () => {
        trace('complete');
        setTimeout(() => task.abort(), 20);
    }
});
