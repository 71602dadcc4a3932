// Sample 2 of the network document.
swan.chooseImage({
    success: function (res) {
        swan.uploadFile({
            url: 'https://smartprogram.baidu.com/xxx', // 开发者服务器 url
            filePath: res.tempFilePaths[0], // 要上传文件资源的路径
            name: 'myfile',
            success: function (res) {
                console.log(res.statusCode);
            },
            fail: function (err) {
                console.log("错误码：" + err.errCode);
                console.log("错误信息：" + err.errMsg);
            }
        });
    }
});
