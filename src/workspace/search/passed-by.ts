// In: the name of a folder. Out: whether no run ever enters it, whatever it is asked for (what version control and the journal
// keep for themselves), and why a run passes it by unless it is asked for. Knows nothing of .gitignore.

/** Of the journal. */
export const stateFolderName = '.cygnet';

const never = new Set(['.git', '.hg', '.svn', stateFolderName]);

/** Some file systems take `.GIT` for `.git`. */
export function isNeverEntered(name: string): boolean {
  return never.has(name.toLowerCase());
}

const dependencies = new Set(['node_modules', 'bower_components', 'jspm_packages', 'miniprogram_npm']);
const builds = new Set(['dist', 'build', 'output', 'unpackage', 'coverage', '.cache', '.next', '.nuxt', '.output']);

/** Why a folder of this name is left out, unless somebody asks for what is in it. */
export function reasonToPassBy(
  name: string,
  isFolderIgnored: () => boolean,
): 'dependencies' | 'builds' | 'ignored' | undefined {
  if (dependencies.has(name)) return 'dependencies';
  if (builds.has(name)) return 'builds';
  return isFolderIgnored() ? 'ignored' : undefined;
}
