// R6: string data goes as it is, into the query and into the body.
var text = 'a=1&b=x+y&c=%20';
swan.request({
    url: 'https://example.com/echo',
    data: text,
    success: function (res) {
        trace('get', res.data.query);
        swan.request({
            url: 'https://example.com/echo',
            method: 'POST',
            data: text,
            header: { 'content-type': 'application/x-www-form-urlencoded' },
            success: function (res) {
                trace('form', [res.data.type, res.data.body]);
                swan.request({
                    url: 'https://example.com/echo',
                    method: 'POST',
                    data: 'just "words"',
                    success: function (res) {
                        trace('json', [res.data.type, res.data.body]);
                    }
                });
            }
        });
    }
});
