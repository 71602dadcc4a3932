// In: the user number of a file. Out: whether it belongs to the one who runs this.
// Where the system has no user numbers everything does. Knows nothing of what a file is for.

/** The one who runs, and who asked for it with sudo. */
export function isOwn(uid: number): boolean {
  const own = process.geteuid?.();
  if (own === undefined || uid === own) return true;
  return own === 0 && process.env.SUDO_UID !== undefined && uid === Number(process.env.SUDO_UID);
}
