// R17: a search box that aborts the request before.
var current = null;

Page({
    data: { words: ['s', 'sw', 'swan'] },
    onLoad: function () {
        this.data.words.forEach(function (word) {
            this.search(word);
        }, this);
    },
    search: function (word) {
        if (current) {
            current.abort();
        }
        current = swan.request({
            url: 'https://example.com/echo',
            data: { word: word },
            success: function (res) {
                trace('success', res.data.query);
            },
            fail: function (err) {
                trace('fail', [word, err.errMsg]);
            }
        });
    }
});
