// R16: networkTimeout has a value for each API.
// networkTimeout: { "downloadFile": 500, "uploadFile": 500 }
swan.downloadFile({
    url: 'https://example.com/hang-body',
    fail: err => {
        trace('download', err.errMsg);
        swan.uploadFile({
            url: 'https://example.com/hang',
            filePath: files.report,
            name: 'f',
            fail: e => trace('upload', e.errMsg),
            complete: () => trace('complete')
        });
    }
});
