/** Where one looks in S3: a bucket and the prefix inside it, empty or with a slash at its end. */
export type S3Place = { bucket: string; prefix: string };

/** What an address means to somebody who looks: the folder, and the beginning of the names in it. */
export type S3Aim = S3Place & { filter: string };

/**
 * A bucket's name by S3's rules: 3 to 63 of a-z, 0-9, dot and hyphen, between letters or digits, no two dots in a row,
 * and not in the form of an IP address. Source: "General purpose bucket naming rules" of the S3 user guide.
 */
export const BUCKET_NAME = /^(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** S3 counts a key in bytes of UTF-8. */
export const MAX_KEY_BYTES = 1024;

/** Reads what was typed: `s3://bucket`, `s3://bucket/data/tr`; null for what is no address. */
export function readS3Address(text: string): S3Aim | null {
  const [, bucket = "", rest = ""] = /^s3:\/\/([^/\s]+)(?:\/(.*))?$/.exec(text.trim()) ?? [];
  if (!BUCKET_NAME.test(bucket)) return null;
  const cut = rest.lastIndexOf("/") + 1;
  return { bucket, prefix: rest.slice(0, cut), filter: rest.slice(cut) };
}

export function s3Address(bucket: string, key: string): string {
  return `s3://${bucket}/${key}`;
}

/** The last part of a key or prefix: `train/` of `data/train/`, `a.csv` of `data/a.csv`. */
export function lastPart(key: string): string {
  const cut = key.lastIndexOf("/", key.length - 2);
  return key.slice(cut + 1);
}

/** The prefix around a prefix: `data/` around `data/train/`. */
export function prefixAbove(prefix: string): string {
  return prefix.slice(0, prefix.lastIndexOf("/", prefix.length - 2) + 1);
}

/** Each step on the way to a prefix, with the prefix that it stands for. */
export function stepsTo(prefix: string): { name: string; prefix: string }[] {
  const names = prefix.split("/").slice(0, -1);
  return names.map((name, index) => ({ name, prefix: `${names.slice(0, index + 1).join("/")}/` }));
}
