// S4, R19: a buffer that is used again after it was sent.
const task = swan.connectSocket({ url: 'wss://example.baidu.com/' });
const bytes = new Uint8Array([1, 2, 3]);
let count = 0;
task.onOpen(() => {
    task.send({ data: bytes.buffer });
    bytes.fill(9);
    task.send({ data: bytes.buffer });
});
task.onMessage(({ data }) => {
    trace('message', Array.from(new Uint8Array(data)));
    count += 1;
    if (count === 2) task.close({});
});
