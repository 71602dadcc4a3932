// In: the Node that runs. Out: the program, or one line that says which Node it needs and which this is, and exit code 2.
// Imports nothing before that: an older Node has to understand this file to its end. The versions are those of `engines`.
// The question for the version is answered without the program.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) {
  const [word, more] = process.argv.slice(2);
  const asksVersion = more === undefined && (word === '--version' || word === '-V');
  void (asksVersion ? import('./version.ts') : import('./run.ts'));
} else {
  process.exitCode = 2;
  console.error(`error: cygnet needs Node 20.19, or 22.12 and later; this is Node ${process.versions.node}`);
}
