// Options with getters and a class instance: each is read once.
// targets: fetch axios
let reads = 0;
class Options {
    get url() {
        reads += 1;
        return 'https://example.com/echo';
    }
    get method() {
        return 'POST';
    }
    get data() {
        return { reads };
    }
}
const options = new Options();
options.success = res => trace('success', [res.data.body.indexOf('reads') > 0, reads]);
swan.request(options);
