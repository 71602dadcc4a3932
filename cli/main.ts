// In: the Node that runs. Out: the program, or one line that says which Node it needs and which this is, and exit code 2.
// Imports nothing before that: an older Node has to understand this file to its end. The versions are those of `engines`.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) {
  void import('./run.ts');
} else {
  process.exitCode = 2;
  console.error(`error: cygnet needs Node 20.19, or 22.12 and later; this is Node ${process.versions.node}`);
}
