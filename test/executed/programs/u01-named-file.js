// U1: a file name that is not ASCII, and field names that need quoting.
swan.uploadFile({
    url: 'https://example.com/upload',
    filePath: files.named,
    name: '文件',
    formData: { 'a "quoted" name': 'one line', 空: '' },
    success: res => trace('status', res.statusCode),
    fail: err => trace('fail', err)
});
