// U1, U3: in Node a path can be uploaded; its name goes along.
swan.uploadFile({
    url: 'https://example.com/upload',
    filePath: files.report,
    name: 'report',
    success: function (res) {
        trace('result', [res.statusCode, Object.keys(res).indexOf('data') >= 0]);
    },
    complete: function () {
        trace('complete');
    }
});
