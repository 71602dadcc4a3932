// S4: bytes arrive as ArrayBuffer, text as a string; both can be sent.
const task = swan.connectSocket({ url: 'wss://example.baidu.com/push-binary' });
let count = 0;
task.onMessage(({ data }) => {
    trace('message', data instanceof ArrayBuffer ? Array.from(new Uint8Array(data)) : data);
    count += 1;
    if (count === 1) task.send({ data: new Uint8Array([9, 8, 255]).buffer });
    if (count === 2) task.send({ data: '天鹅 🦢' });
    if (count === 3) task.close({});
});
task.onClose(event => trace('close', event));
