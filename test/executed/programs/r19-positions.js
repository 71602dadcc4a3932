// R19: a call may stand wherever an expression may.
// order: channel
const ok = name => res => trace(name + ':success', res.data.query);
const isOn = true;

isOn && swan.request({ url: 'https://example.com/echo', data: { at: 'and' }, success: ok('and') });
isOn ? swan.request({ url: 'https://example.com/echo', data: { at: 'choice' }, success: ok('choice') }) : trace('no');
for (let i = 0; i < 2; i++) swan.request({ url: 'https://example.com/echo', data: { i }, success: ok('loop' + i) });
if (isOn) swan.request({ url: 'https://example.com/echo', data: { at: 'if' }, success: ok('if') })
else trace('else');
const arrow = at => swan.request({ url: 'https://example.com/echo', data: { at }, success: ok('arrow') });
const later = (task = swan.request({ url: 'https://example.com/echo', data: { at: 'default' }, success: ok('default') })) => typeof task.abort;
trace('arrow', typeof arrow('arrow').abort);
trace('default', later());
const list = [swan.request({ url: 'https://example.com/echo', data: { at: 'list' }, success: ok('list') })];
trace('list', list.length), swan.request({ url: 'https://example.com/echo', data: { at: 'comma' }, success: ok('comma') });
switch (list.length) { case 1: swan.request({ url: 'https://example.com/echo', data: { at: 'case' }, success: ok('case') }) }
void swan.request({ url: 'https://example.com/echo', data: { at: 'void' }, success: ok('void') })
trace('template', `${typeof swan.request({ url: 'https://example.com/echo', data: { at: 'template' }, success: ok('template') })}`);
