// F2, F6: code out of sight that is handed swan may put something in the place of its APIs.
// kept: swan-escapes swan-handed
const install = new Function('host', 'const own = host.request; host.request = options => { trace("seen", options.url); return own(options); };');
install(swan);
swan.request({ url: 'https://example.com/echo?a=1', success: res => trace('success', res.data.query) });
