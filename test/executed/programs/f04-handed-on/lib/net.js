exports.request = swan.request;
exports.upload = swan.uploadFile;
