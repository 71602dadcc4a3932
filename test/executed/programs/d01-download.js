// D1: the temporary file can be read.
swan.downloadFile({
    url: 'https://example.com/text', // 仅为示例
    header: { 'x-token': 'T', Referer: 'x' },
    success: function (res) {
        if (res.statusCode === 200) {
            files.read(res.tempFilePath).then(text => trace('text', text));
        }
    },
    fail: function (err) {
        trace('fail', err);
    },
    complete: function () {
        trace('complete');
    }
});
