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

/** What is thrown, or the event that says so. */
export interface Fault {
  message?: string;
  /** Of an event: error. */
  type?: string;
  /** Node's fetch says here what went wrong; where it tried several addresses, by a code only. */
  cause?: { message?: string; code?: string } | undefined;
}

export const failureOf = (api: string, error: Fault | undefined): Failure => ({
  errCode: error instanceof BadParameter ? 202 : 1001,
  errMsg: `${api}:fail ${error?.cause?.message || error?.cause?.code || error?.message || error?.type}`,
});

export const invalid = (parameter: string): BadParameter => new BadParameter(`${parameter} is not valid`);

/** A text with something in it. */
export const requireText = (parameter: string, value: unknown): void => {
  if (typeof value !== 'string' || !value) throw invalid(parameter);
};
