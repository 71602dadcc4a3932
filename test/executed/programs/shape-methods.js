// Callbacks that are methods: asynchronous ones with comments before their name, generators, methods that say super.
swan.request({
    url: 'https://refused.example/',
    async /* note */ fail(err) {
        await null;
        trace('async fail', typeof err.errCode, err.errMsg.slice(0, 12));
        second();
    }
});
function second() {
    swan.request({
        url: 'https://refused.example/',
        fail(err) {
            trace('super', typeof super.toString, typeof err.errCode);
        },
        'complete'(result) {
            const inner = () => typeof super.valueOf;
            trace('complete', inner(), typeof result.errCode);
        }
    });
}
