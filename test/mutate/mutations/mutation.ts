/** A guarded line of the write path, what it is broken to, and the test that must then fail. */
export type Mutation = {
  /** What goes wrong without the guard. */
  breaks: string;
  /** Path from the root of the repository. */
  file: string;
  /** The guarding text. It occurs exactly once in the file. */
  guard: string;
  /** What takes its place. */
  broken: string;
  /** A test file of `unit`, `workflow` or `local`, for nothing is built here, and words in the name of the test that fails. */
  test: string;
  named: string;
};
