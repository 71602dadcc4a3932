// R17: abort while the body arrives counts; a second abort does nothing.
const task = swan.request({
    url: 'https://example.com/hang-body',
    success: () => trace('success'),
    fail: err => trace('fail', err.errMsg),
    complete: () => trace('complete')
});
reached('/hang-body').then(() => setTimeout(() => {
    task.abort();
    task.abort();
    trace('aborted');
}, 50));
