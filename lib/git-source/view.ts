import type { Problem } from "@/lib/errors";

/** A script's folder from git, packed and in S3. */
export type GitSource = {
  /** The question that it answers: see `gitSourceKey`. */
  key: string;
  /** The commit that was read: 40 hexadecimal digits. */
  commit: string;
  s3Uri: string;
  bytes: number;
  files: string[];
  /** What was not packed, with the reason. */
  leftOut: string[];
};

export type GitStep = "connecting" | "receiving" | "packing" | "uploading";
/** A line of the answer while a repository is read; the last one is the source or what went wrong. */
export type GitEvent =
  | { kind: "progress"; step: GitStep /** Received so far. */; bytes: number }
  | { kind: "source"; source: GitSource }
  | { kind: "problem"; problem: Problem };

/** Tells whether a packed source is still the one that the form's three fields name. */
export function gitSourceKey({ repository, ref, folder }: { repository: string; ref: string; folder: string }): string {
  return JSON.stringify([repository.trim(), ref.trim(), folder.trim()]);
}
