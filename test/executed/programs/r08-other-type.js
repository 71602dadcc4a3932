// R8: every other content type means JSON, also the bogus one that people write.
swan.request({
    url: 'https://example.com/echo',
    method: 'POST',
    header: { 'content-type': 'json' },
    data: { a: 'x y' },
    success: function (res) {
        trace('json', [res.data.type, res.data.body]);
        swan.request({
            url: 'https://example.com/echo',
            method: 'POST',
            header: { 'content-type': 'text/plain' },
            data: { a: 'x y' },
            success: function (res) {
                trace('plain', [res.data.type, res.data.body]);
            }
        });
    }
});
