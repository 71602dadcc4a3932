// R6: GET puts data behind the url, whatever the url has already.
const urls = ['/echo', '/echo?', '/echo?x=1', '/echo?x=1&', '/echo?x=1#top', '/echo#top', '/echo?b=%7e&a=1+2'];

(function next() {
    const path = urls.shift();
    if (path === undefined) return;
    swan.request({
        url: 'https://example.com' + path,
        data: { key: 'a b', other: 2 },
        success: res => trace('query', res.data.query),
        complete: next
    });
})();
