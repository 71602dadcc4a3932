// U1, R1: any status of an upload is a success.
swan.uploadFile({
    url: 'https://example.com/status/413',
    filePath: files.report,
    name: 'report',
    success: res => trace('success', res.statusCode),
    fail: err => trace('fail', err)
});
