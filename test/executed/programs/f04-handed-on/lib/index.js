module.exports = require('./net');
