// R12: the members of the result, logged as a whole and destructured.
swan.request({
    url: 'https://example.com/json',
    success: function (res) {
        console.log(res);
        const { data, statusCode } = res;
        trace('destructured', [data.name, statusCode]);
        swan.request({
            url: 'https://example.com/json',
            success: ({ data: { list }, statusCode: status }) => trace('in the parameter', [list, status])
        });
    }
});
