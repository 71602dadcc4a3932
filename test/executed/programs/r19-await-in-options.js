// R19: await and yield within the options.
const token = () => Promise.resolve('T1');

async function load() {
    trace('task', typeof (await swan.request({
        url: 'https://example.com/echo',
        method: 'POST',
        header: { 'x-token': await token() },
        data: { id: await Promise.resolve(5) },
        success: res => {
            trace('success', res.data.body);
            walk();
        }
    })).abort);
}

function* steps() {
    swan.request({
        url: 'https://example.com/echo?step=' + (yield 'url'),
        data: { a: yield 'data' },
        success: res => trace('steps', res.data.query)
    });
}

function walk() {
    const run = steps();
    trace('asked', run.next().value);
    trace('asked', run.next('1').value);
    run.next('2');
}

load();
