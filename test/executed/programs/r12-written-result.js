// R12: a callback that writes to the result and passes it on.
swan.request({
    url: 'https://example.com/json',
    success: function (res) {
        res.data.extra = 1;
        res.own = true;
        res = Object.assign({}, res, { statusCode: 201 });
        trace('result', [res.data.extra, res.own, res.statusCode]);
    },
    complete: function (res) {
        trace('complete', [res.data.extra, res.own, res.statusCode]);
    }
});
