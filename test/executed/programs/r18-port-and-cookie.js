// R18: a port in the url and a cookie of the program's own are kept.
swan.request({
    url: 'https://example.com:8443/echo',
    header: { cookie: 'sid=1; theme=dark' },
    success: res => trace('success', res.statusCode)
});
