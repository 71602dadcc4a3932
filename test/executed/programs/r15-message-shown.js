// R15, "On wx": a program that shows what went wrong.
Page({
    onLoad: function () {
        var that = this;
        swan.request({
            url: 'https://refused.example.com/list',
            success: function (res) {
                that.setData({ list: res.data });
            },
            fail: function (err) {
                console.log('错误码：' + err.errCode);
                console.log('错误信息：' + err.errMsg);
                that.setData({ failed: true });
            }
        });
    }
});
