// R13: json in any case parses, every other word does not.
swan.request({
    url: 'https://example.com/json', dataType: 'json',
    success: a => {
        trace('json', a.data);
        swan.request({
            url: 'https://example.com/json', dataType: 'JSON',
            success: b => {
                trace('JSON', b.data);
                swan.request({
                    url: 'https://example.com/json', dataType: 'string',
                    success: c => {
                        trace('string', c.data);
                        swan.request({ url: 'https://example.com/json', dataType: 'text', success: d => trace('text', d.data) });
                    }
                });
            }
        });
    }
});
