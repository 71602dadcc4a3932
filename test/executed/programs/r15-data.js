// R15: data that JSON refuses fails, and never throws.
// targets: fetch axios
const cycle = { name: 'cycle' };
cycle.self = cycle;
const values = [cycle, { big: BigInt(1) }, { toJSON() { throw new Error('no'); } }];
(function next() {
    const data = values.shift();
    if (!data) return;
    try {
        swan.request({
            url: 'https://example.com/echo',
            method: 'POST',
            data,
            success: () => trace('success'),
            fail: err => trace('fail', err.errMsg.indexOf('request:fail ') === 0),
            complete: next
        });
    } catch (error) {
        trace('thrown');
    }
})();
