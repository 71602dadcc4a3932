// U2, "On wx": a program that reads a member of the answer gets it parsed, as devices do.
// upload: parsed
swan.uploadFile({
    url: 'https://example.com/upload',
    filePath: files.report,
    name: 'f',
    success: function (res) {
        trace('key', res.data.data.key);
    },
    fail: function (err) {
        trace('fail', err);
    }
});
