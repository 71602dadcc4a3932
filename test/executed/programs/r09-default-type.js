// R9: JSON is the default as soon as there is a body; a request without one gets no content type.
swan.request({
    url: 'https://example.com/echo', method: 'POST', data: { a: 1 },
    success: a => {
        trace('object', a.data.type);
        swan.request({
            url: 'https://example.com/echo', method: 'POST', data: 'words',
            success: b => {
                trace('string', b.data.type);
                swan.request({
                    url: 'https://example.com/echo', data: { a: 1 },
                    success: c => {
                        trace('get', c.data.type);
                        swan.request({
                            url: 'https://example.com/echo', method: 'GET', header: { 'content-type': 'application/json' },
                            success: d => trace('get with a type', d.data.type)
                        });
                    }
                });
            }
        });
    }
});
