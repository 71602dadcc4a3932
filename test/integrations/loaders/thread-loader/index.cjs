// In: a module with the loaders that stand behind this one. Out: nothing, or an error where they could not go to another process, as
// thread-loader sends them there.

module.exports = (code) => code;

module.exports.pitch = function pitch() {
  JSON.stringify(this.loaders.slice(this.loaderIndex + 1).map(({ options }) => options));
};
