/** From here on a file goes in parts; also what one part holds. S3 wants at least 5 MiB for each part but the last. */
export const PART_BYTES = 8 * 1024 * 1024;

/** S3 takes 10,000 parts. */
const MAX_PARTS = 10_000;
export const MAX_UPLOAD_BYTES = PART_BYTES * MAX_PARTS;
