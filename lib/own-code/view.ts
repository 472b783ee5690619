/** A file of an archive; `path` is relative to the archive's root, with slashes. */
export type ArchiveFile = { path: string; bytes: number };

/** What is in a model archive in S3. */
export type ArchiveListing = {
  files: ArchiveFile[];
  /** False: the archive is larger than what is looked through, and there may be more. */
  isWhole: boolean;
  /** Size of the archive as it lies in S3. */
  archiveBytes: number;
  /** Text of the code that the archive brings; null: it brings none. */
  inferencePy: string | null;
  requirementsTxt: string | null;
  /** Text of config.json at the archive's root; null: it has none. */
  configJson: string | null;
};
