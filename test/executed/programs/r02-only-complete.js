// R2: a program that listens to complete alone, and reads the status there.
Page({
    onLoad: function () {
        swan.request({
            url: 'https://example.com/status/403',
            method: 'POST',
            data: { id: 7 },
            complete: (res) => {
                if (res.statusCode === 403) {
                    this.setData({ message: '没有权限', body: res.data });
                } else {
                    trace('other', res.errMsg);
                }
            }
        });
    }
});
