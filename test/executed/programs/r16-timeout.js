// R16: networkTimeout of app.json covers the head and the body.
// networkTimeout: { "request": 500 }
swan.request({
    url: 'https://example.com/hang',
    success: () => trace('success'),
    fail: err => {
        trace('head', err.errMsg);
        swan.request({
            url: 'https://example.com/hang-body',
            success: () => trace('success'),
            fail: e => trace('body', e.errMsg),
            complete: () => trace('complete')
        });
    }
});
