// D1, U3: what was downloaded can be uploaded.
// wire: without file names
swan.downloadFile({
    url: 'https://example.com/text',
    success: down => {
        swan.uploadFile({
            url: 'https://example.com/upload',
            filePath: down.tempFilePath,
            name: 'again',
            success: up => trace('uploaded', [up.statusCode, JSON.parse(up.data).parts[0].size]),
            fail: err => trace('fail', err)
        });
    }
});
