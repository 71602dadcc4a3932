// R3: what success throws is reported; complete still runs, fail does not.
swan.request({
    url: 'https://example.com/json',
    success: function (res) {
        trace('success', res.data.list.length);
        res.data.missing.first();
    },
    fail: function () {
        trace('fail');
    },
    complete: function () {
        trace('complete');
        throw new Error('complete went wrong');
    }
});
