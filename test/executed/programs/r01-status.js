// R1: every HTTP status is a success.
Page({
    data: { codes: [200, 201, 204, 304, 400, 401, 404, 500, 503] },
    onLoad() {
        this.next(0);
    },
    next(at) {
        const that = this;
        if (at === this.data.codes.length) {
            return;
        }
        swan.request({
            url: 'https://example.com/status/' + this.data.codes[at],
            success: function (res) {
                trace('success', res.statusCode);
            },
            fail: function (err) {
                trace('fail', err.errMsg);
            },
            complete: function () {
                that.next(at + 1);
            }
        });
    }
});
