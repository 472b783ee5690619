import type { Problem } from "@/lib/errors";
import type { GitSourceInput } from "../schema";
import type { GitStep } from "../view";

/** What a reader is asked: `dir` is a private, empty folder. */
export type ReaderTask = GitSourceInput & { dir: string; localOrigin: string | null };

export type PackedFolder = {
  kind: "packed";
  commit: string;
  archive: string;
  bytes: number;
  files: string[];
  leftOut: string[];
};
/** What a reader says to the console. */
export type ReaderMessage =
  | { kind: "progress"; step: GitStep; bytes: number }
  | { kind: "problem"; problem: Problem }
  | PackedFolder;
