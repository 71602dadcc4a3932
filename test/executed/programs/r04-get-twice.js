// R4, R6: a url built once does not grow when its options are used again.
const params = { page: 1 };
const options = {
    url: 'https://example.com/echo?sort=asc',
    data: params,
    success(res) {
        trace('query', res.data.query);
        if (params.page < 2) {
            params.page += 1;
            swan.request(options);
        }
    }
};
swan.request(options);
