// A mini-program of several files: wrapper, socket client, page and app.
require('./app');
require('./pages/list/list');
