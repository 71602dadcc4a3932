// R12: several set-cookie are one string.
var app = { session: '' };
swan.request({
    url: 'https://example.com/cookies',
    success: function (res) {
        var cookie = res.header['set-cookie'] || res.header['Set-Cookie'];
        trace('cookie', cookie);
        app.session = cookie.match(/b=(\w+)/)[1];
        trace('session', app.session);
    }
});
