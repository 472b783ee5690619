/** `s3://bucket/key` in its parts; null when it is none. */
export function parseS3Uri(uri: string): { bucket: string; key: string } | null {
  const [, bucket, key = ""] = /^s3:\/\/([^/]+)(?:\/(.*))?$/s.exec(uri) ?? [];
  return bucket ? { bucket, key } : null;
}

/** Where SageMaker puts the output of an input: its path below the input with `.out` behind it. */
export function outputKey(prefix: string, path: string): string {
  return `${prefix === "" || prefix.endsWith("/") ? prefix : `${prefix}/`}${path}.out`;
}
