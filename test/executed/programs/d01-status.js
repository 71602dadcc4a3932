// D1: any status of a download is a success.
swan.downloadFile({
    url: 'https://example.com/status/404',
    success: ({ statusCode, tempFilePath }) => trace('success', [statusCode, !!tempFilePath]),
    fail: err => trace('fail', err)
});
