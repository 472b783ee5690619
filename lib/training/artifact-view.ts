import type { ArchiveFile } from "@/lib/own-code/view";
import type { S3Entry } from "@/lib/s3/view";

/** What a job left in S3. */
export type TrainingArtifact =
  | { kind: "archive"; bytes: number; files: ArchiveFile[] /** False: there may be more files. */; isWhole: boolean }
  /** A job without compression leaves its files as they are; `isWhole` false: only the first are listed. */
  | { kind: "folder"; entries: S3Entry[]; isWhole: boolean };
