// R7: the shape of JSON first; nested values are JSON text, a space is %20.
const values = {
    text: 'a b+c&d=e',
    none: undefined,
    call: function () {},
    nothing: null,
    flag: true,
    number: 1.5,
    nan: NaN,
    date: new Date(0),
    list: [1, 'b', null],
    nested: { a: { b: '天 鹅' } },
    empty: '',
    own: { toJSON() { return 'own words'; } }
};
swan.request({
    url: 'https://example.com/echo',
    data: values,
    success: get => {
        trace('query', get.data.query);
        swan.request({
            url: 'https://example.com/echo',
            method: 'POST',
            data: values,
            header: { 'content-type': 'application/x-www-form-urlencoded' },
            success: form => {
                trace('form', form.data.body);
                swan.request({
                    url: 'https://example.com/echo',
                    method: 'POST',
                    data: values,
                    success: json => trace('json', json.data.body)
                });
            }
        });
    }
});
