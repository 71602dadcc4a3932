// R7: data that is an instance with a toJSON of its own.
class Order {
    constructor(id) {
        this.id = id;
        this.secret = 'not sent';
    }
    toJSON() {
        return { id: this.id, lines: [{ sku: 'a b' }] };
    }
}
swan.request({
    url: 'https://example.com/echo',
    method: 'POST',
    data: new Order(9),
    success: res => {
        trace('body', res.data.body);
        swan.request({ url: 'https://example.com/echo', data: new Order(10), success: r => trace('query', r.data.query) });
    }
});
