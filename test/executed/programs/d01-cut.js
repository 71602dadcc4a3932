// D1, R15: a download that is cut fails.
swan.downloadFile({
    url: 'https://example.com/cut',
    success: () => trace('success'),
    fail: err => trace('fail', err),
    complete: () => trace('complete')
});
