// R10: a value outside Latin-1 goes as the bytes of its UTF-8.
swan.request({
    url: 'https://example.com/echo',
    header: { 'x-city': '北京', 'x-latin': 'caf\u00e9', 'x-mixed': 'é天' },
    success: res => trace('status', res.statusCode)
});
