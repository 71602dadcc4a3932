// In: the name of a folder. Out: whether no run ever enters it, whatever it is asked for: what version control and the journal
// keep for themselves. Knows nothing of build folders and of .gitignore.

const never = new Set(['.git', '.hg', '.svn', '.cygnet']);

/** Some file systems take `.GIT` for `.git`. */
export function isNeverEntered(name: string): boolean {
  return never.has(name.toLowerCase());
}
