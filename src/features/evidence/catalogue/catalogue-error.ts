/** One thing wrong in the catalogue: which file, where in it, and why. */
export interface CatalogueProblem {
  readonly file: string;
  /** The way to the value, as one would say it: `features[3].counts.supports`. Empty for the whole file. */
  readonly path: string;
  readonly reason: string;
}

/** The catalogue cannot be used as it stands. The message lists every problem, one a line. */
export class CatalogueError extends Error {
  readonly problems: readonly CatalogueProblem[];

  constructor(problems: readonly CatalogueProblem[]) {
    const lines = problems.map(({ file, path, reason }) => `  ${file}${path && ` at ${path}`}: ${reason}`);
    super(`The catalogue cannot be read.\n${lines.join('\n')}`);
    this.name = 'CatalogueError';
    this.problems = problems;
  }
}
