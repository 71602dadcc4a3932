// U1: fields first, then the file under its name, with file name and type; a content type of the program's is dropped.
Page({
    onLoad() {
        swan.chooseImage({
            success: picked => {
                swan.uploadFile({
                    url: 'https://example.com/upload?album=1',
                    filePath: picked.tempFilePaths[0],
                    name: 'my file',
                    header: { 'Content-Type': 'application/json', 'X-Token': 'T', Referer: 'x' },
                    formData: { 标题: '天 鹅', count: 3, flag: true },
                    success: res => trace('status', res.statusCode),
                    fail: err => trace('fail', err)
                });
            }
        });
    }
});
