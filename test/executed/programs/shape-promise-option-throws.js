// R3, R19: an option that throws inside an executor rejects the promise; the function around it throws nothing.
const load = config => new Promise((resolve, reject) => swan.request({
    url: 'https://example.com/echo',
    dataType: config.kind.type,
    success: resolve,
    fail: reject
}));
const loadFrom = config => new Promise((resolve, reject) => swan.request({
    url: 'https://example.com/' + config.kind.path,
    success: resolve,
    fail: reject
}));
const undeclared = () => new Promise((resolve, reject) => swan.request({
    url: 'https://example.com/echo',
    responseType: NOWHERE,
    success: resolve,
    fail: reject
}));
for (const [name, run] of Object.entries({ load, loadFrom, undeclared })) {
    try {
        run({}).catch(err => trace(name, 'rejected', err.name));
    } catch (err) {
        trace(name, 'thrown', err.name);
    }
}
