// R6, R9: no data, empty data.
swan.request({
    url: 'https://example.com/echo',
    data: {},
    success: a => {
        trace('get {}', [a.data.query, a.data.type]);
        swan.request({
            url: 'https://example.com/echo',
            method: 'POST',
            success: b => {
                trace('post', [b.data.body, b.data.type]);
                swan.request({
                    url: 'https://example.com/echo',
                    method: 'POST',
                    data: {},
                    success: c => trace('post {}', [c.data.body, c.data.type])
                });
            }
        });
    }
});
