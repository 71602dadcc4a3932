// R19: options are read with what they inherit: of a class, of Object.create, of a literal that names its prototype.
class Load {
    constructor(path) {
        this.path = path;
    }

    get url() {
        return 'https://example.com' + this.path;
    }

    success(res) {
        trace('success', res.statusCode, res.data.path);
    }

    complete() {
        second();
    }
}
const defaults = {
    header: { 'x-app': '1' },
    method: 'post',
    data: { a: 1 },
    fail: () => trace('fail')
};
function second() {
    swan.request(Object.assign(Object.create(defaults), { url: 'https://example.com/echo', complete: third }));
}
function third() {
    swan.request({
        __proto__: defaults,
        url: 'https://example.com/echo',
        success: res => trace('third', res.data.method)
    });
}
swan.request(new Load('/echo'));
