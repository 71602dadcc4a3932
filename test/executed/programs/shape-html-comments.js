// Comments that look like HTML end with their line, wherever the rewrite puts them.
swan <!-- note
.request({
    url: 'https://example.com/echo',
    success: res => trace('a', res.statusCode),
    complete: second
});
function second() {
    swan
--> a line of its own
.request({ url: 'https://example.com/echo', success: res => trace('b', res.statusCode) });
}
