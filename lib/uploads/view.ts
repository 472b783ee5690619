/** An archive that is in S3 now. */
export type UploadedArchive = { s3Uri: string; bytes: number };
