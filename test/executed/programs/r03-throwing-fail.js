// R3: what fail throws is reported; complete still runs.
swan.request({
    url: 'https://refused.example.com/json',
    success: () => trace('success'),
    fail: err => {
        trace('fail', typeof err.errMsg);
        throw new Error('fail went wrong');
    },
    complete: () => trace('complete')
});
