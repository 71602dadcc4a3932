// R18: without a page a relative url fails, as on swan.
swan.request({
    url: '/echo',
    success: () => trace('success'),
    fail: err => trace('fail', err),
    complete: () => trace('complete')
});
