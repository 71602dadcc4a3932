// In: the user number of a file. Out: whether the one who runs this may go by what it says.
// Where the system has no user numbers everything is one's own. Knows nothing of what a file is for.

import { statSync } from 'node:fs';

/** The one who runs, and who asked for it with sudo. */
export function isOwn(uid: number): boolean {
  const own = process.geteuid?.();
  if (own === undefined || uid === own) return true;
  return own === 0 && process.env.SUDO_UID !== undefined && uid === Number(process.env.SUDO_UID);
}

/**
 * `own`: of the one who runs, or of the system. `project`: of whoever the project belongs to, as when root runs in a
 * container over a folder of the host. `other`: of somebody else, as what lies in a folder that all may write to.
 */
export type Owner = 'own' | 'project' | 'other';

/** @param project a folder of the project */
export function ownerOf(file: string, project: string): Owner {
  const { uid } = statSync(file);
  if (uid === 0 || isOwn(uid)) return 'own';
  return uid === statSync(project).uid ? 'project' : 'other';
}
