// R10: names in any case, values as strings, Referer dropped.
swan.request({
    url: 'https://example.com/echo',
    header: {
        'Session-Key': 'abc',
        authorization: 'Bearer x.y',
        'X-Number': 42,
        'X-Flag': false,
        'X-None': undefined,
        'X-Null': null,
        referer: 'https://example.com/page',
        Referer: 'https://example.com/other'
    },
    success: res => trace('status', res.statusCode)
});
