/** Code of one's own, unpacked; weights and data belong into the archive itself. */
export const MAX_CODE_BYTES = 50 * 1024 ** 2;

/** What the editor takes: a script that is longer is uploaded as a folder. */
export const MAX_SCRIPT_LENGTH = 512 * 1024;

/** From here on a container needs many minutes to fetch and unpack the archive. */
export const LARGE_ARCHIVE_BYTES = 5 * 1024 ** 3;
