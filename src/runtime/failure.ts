// In: what went wrong. Out: the object that `fail` and `complete` get (R15).
// Knows nothing of who is told.

export interface Failure {
  /** 202: a bad parameter. 1001: everything else. */
  errCode: number;
  /** `<api>:fail <reason>` */
  errMsg: string;
}

/** Thrown for an argument that cannot be used; it becomes a failure with errCode 202. */
export class BadParameter extends Error {}

export function failureOf(api: string, error: unknown): Failure {
  const reason = (error as Error | undefined)?.message || 'network error';
  return { errCode: error instanceof BadParameter ? 202 : 1001, errMsg: `${api}:fail ${reason}` };
}

export function requireText(parameter: string, value: unknown): string {
  if (typeof value === 'string' && value) return value;
  throw new BadParameter(`${parameter} is missing or wrong`);
}
