/** What reading a script from git may take. A shallow copy of huggingface/transformers is about 20 MB. */
export const GIT_LIMITS = {
  /** All that the host sends, references and objects. */
  receivedBytes: 200 * 1024 * 1024,
  /** The script's folder, unpacked. */
  folderBytes: 50 * 1024 * 1024,
  files: 2_000,
  timeMs: 180_000,
  /** Readers at a time; each is a process of its own. */
  readers: 2,
} as const;
