// R6, R7: a literal GET with literal data.
swan.request({
    url: 'https://example.com/echo?from=index',
    method: 'GET',
    dataType: 'json',
    data: {
        key1: 'value 1', // a space
        key2: {},
        list: [1, 'b'],
        'quoted-key': "it's",
        空: '天鹅'
    },
    success: function (res) {
        trace('success', res.statusCode);
    }
});
