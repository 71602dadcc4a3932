// U3, R15: a blob: url that leads nowhere fails, and complete runs.
swan.uploadFile({
    url: 'https://example.com/upload',
    filePath: 'blob:nodedata:00000000-0000-0000-0000-000000000000',
    name: 'f',
    success: () => trace('success'),
    fail: err => trace('fail', err.errMsg.indexOf('uploadFile:fail ') === 0),
    complete: () => trace('complete')
});
