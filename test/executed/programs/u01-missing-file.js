// U3, R15: a path that leads nowhere fails.
swan.uploadFile({
    url: 'https://example.com/upload',
    filePath: files.missing,
    name: 'report',
    success: res => trace('success', res.statusCode),
    fail: err => trace('fail', err.errMsg.indexOf('uploadFile:fail ') === 0),
    complete: () => trace('complete')
});
