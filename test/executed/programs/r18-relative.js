// R18: a relative url fails on swan; on a web page it belongs to the page.
// page: https://app.example.com/
// targets: fetch axios
swan.request({
    url: '/echo?a=1',
    data: { b: 2 },
    success: res => trace('success', [res.data.path, res.data.query]),
    fail: err => trace('fail', err)
});
