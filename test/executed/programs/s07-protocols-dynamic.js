// S7, "On wx": the same when the list is known at run time only.
function connect(options) {
    return swan.connectSocket(options);
}
const task = connect({ url: 'wss://example.baidu.com/', protocolsArray: ['', 'a', 'b'].filter(x => x !== 'b') });
task.onOpen(() => task.close({}));
task.onClose(event => trace('close', event.code));
