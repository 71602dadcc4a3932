// U2: a program that parses the answer itself gets text.
swan.uploadFile({
    url: 'https://example.com/upload',
    filePath: files.report,
    name: 'f',
    success: function (res) {
        res = JSON.parse(res.data);
        trace('key', res.data.key);
    },
    fail: function (err) {
        trace('fail', err);
    }
});
