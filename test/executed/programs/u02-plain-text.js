// U2: an answer that is plain text.
swan.uploadFile({
    url: 'https://example.com/upload-text',
    filePath: files.report,
    name: 'f',
    success: res => trace('data', res.data)
});
