// S5, "On wx": without callbacks nothing is heard of a failure, and no promise is left behind.
swan.closeSocket();
swan.closeSocket({ code: 1000 });
swan.sendSocketMessage({ data: 'nobody' });
trace('result', [typeof swan.closeSocket(), typeof swan.sendSocketMessage({ data: 'x' })]);
setTimeout(() => trace('end'), 100);
