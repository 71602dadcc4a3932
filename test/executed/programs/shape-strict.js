// A hashbang, a directive and a header before everything.
/* Copyright: nobody */
'use strict';

trace('strict', (function () { return this === undefined; })());
swan.request({
    url: 'https://example.com/json',
    success: function (res) {
        trace('this', this === undefined);
        trace('name', res.data.name);
    }
});
