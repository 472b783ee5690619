/** Whose fault a failure is, as SageMaker says it in front of a FailureReason. */
export type Blame = "ClientError" | "AlgorithmError";

/** A file that could not be transformed: `lines` go to the job's data log, behind the file's name. */
export class FileError extends Error {
  readonly blame: Blame;
  readonly lines: string[];

  constructor(blame: Blame, lines: string[]) {
    super(lines[0]);
    this.blame = blame;
    this.lines = lines;
  }
}

/** A job that cannot even begin; the message is its FailureReason. */
export class JobError extends Error {}
