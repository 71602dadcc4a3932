// S1, S3: a program that connects again when its socket closes; replacing the socket does not start that.
let rounds = 0;
swan.onSocketClose(() => {
    trace('closed');
    if (rounds < 2) connect();
});
swan.onSocketOpen(() => {
    trace('open', rounds);
    swan.closeSocket();
});
function connect() {
    rounds += 1;
    swan.connectSocket({ url: 'wss://example.baidu.com/round/' + rounds });
}
connect();
