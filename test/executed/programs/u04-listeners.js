// U4: several listeners add up, in order, as plain functions.
const task = swan.downloadFile({ url: 'https://example.com/text', complete: () => trace('complete') });
task.onProgressUpdate(event => event.progress === 100 && trace('one'));
task.onProgressUpdate(event => event.progress === 100 && trace('two'));
