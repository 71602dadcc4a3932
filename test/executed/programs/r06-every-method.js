// R6: HEAD has a query, PUT, DELETE and OPTIONS have a body.
swan.request({
    url: 'https://example.com/echo', method: 'HEAD', data: { a: 1 },
    success: head => {
        trace('HEAD', [head.statusCode, head.data]);
        swan.request({
            url: 'https://example.com/echo', method: 'PUT', data: { a: 1 },
            success: put => {
                trace('PUT', put.data);
                swan.request({
                    url: 'https://example.com/echo', method: 'DELETE', data: { a: 1 },
                    success: removed => {
                        trace('DELETE', removed.data);
                        swan.request({
                            url: 'https://example.com/echo', method: 'OPTIONS', data: { a: 1 },
                            success: options => trace('OPTIONS', options.data)
                        });
                    }
                });
            }
        });
    }
});
