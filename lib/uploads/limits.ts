import { AppError } from "@/lib/errors";

/** What a browser may send through the console. Larger archives go to S3 directly, where an upload can be resumed. */
export const MAX_ARCHIVE_BYTES = 20 * 1024 ** 3;

export function tooLarge(): AppError {
  return new AppError("too-large", "The archive is larger than 20 GiB.", {
    hint: "Upload it with `aws s3 cp`, which can resume, and give its s3:// address here.",
  });
}
