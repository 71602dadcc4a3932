// Sample 1 of the network document.
swan.request({
    url: '/example/abc', //开发者服务器接口地址
    method: 'GET',
    dataType: 'json',
    data: {
        key1: 'value1' ,
        key2: {}
    },
    header: {
        'content-type': 'application/json' // 默认值
    },
    success: function (res) {
        console.log(res.data);
    },
    fail: function (err) {
        console.log("错误码：" + err.errCode);
        console.log("错误信息：" + err.errMsg);
    }
});
