// An ES module with top-level await, imports of its own shape and exports.
const wait = ms => new Promise(resolve => setTimeout(resolve, ms));

export const load = id =>
    new Promise(resolve => {
        swan.request({ url: 'https://example.com/echo', data: { id }, success: ({ data }) => resolve(data.query) });
    });

trace('first', await load(1));
await wait(5);
trace('second', await load(2));
export default load;
