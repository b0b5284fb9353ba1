/**
 * Something whoever starts Staffroom can mend: a setting, a folder, a full disk.
 * The message says what happened and what to do; it is printed without a stack trace.
 */
export class StartProblem extends Error {
  override name = 'StartProblem';
}
