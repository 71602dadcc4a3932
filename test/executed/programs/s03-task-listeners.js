// S3: the listeners of a task add up, in order; what one throws does not keep the next from hearing.
const task = swan.connectSocket({ url: 'wss://example.baidu.com/push' });
task.onOpen(() => trace('open one'));
task.onOpen(() => trace('open two'));
task.onMessage(() => {
    trace('message one');
    throw new Error('listener went wrong');
});
task.onMessage(message => {
    trace('message two', message.data);
    task.close({ code: 3000 });
});
task.onClose(() => trace('close one'));
task.onClose(() => trace('close two'));
