// F3: swan under other names, which nothing needs in the end.
const s = swan;
const { request, downloadFile: down } = swan;
const ask = swan.request;

s.request({
    url: 'https://example.com/echo?a=alias',
    success: a => {
        trace('alias', a.data.query);
        request({
            url: 'https://example.com/echo?a=destructured',
            success: b => {
                trace('destructured', b.data.query);
                ask({
                    url: 'https://example.com/echo?a=value',
                    success: c => {
                        trace('value', c.data.query);
                        down({ url: 'https://example.com/text', success: d => trace('renamed', d.statusCode) });
                    }
                });
            }
        });
    }
});
