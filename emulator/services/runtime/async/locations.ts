export type S3Place = { bucket: string; key: string };

const S3_URI = /^s3:\/\/([^/]+)\/?(.*)$/;
/** Both forms of an object's HTTPS address: the bucket in the path and in the host. */
const PATH_STYLE = /^https:\/\/s3[.-][^/]+\/([^/]+)\/(.+)$/;
const HOST_STYLE = /^https:\/\/([^/]+?)\.s3[.-][^/]*\/(.+)$/;

/** Bucket and key of an `s3://` or `https://` address; null when it is neither. */
export function readPlace(location: string): S3Place | null {
  const found = S3_URI.exec(location) ?? PATH_STYLE.exec(location) ?? HOST_STYLE.exec(location);
  const [, bucket, key] = found ?? [];
  return bucket && key !== undefined ? { bucket, key } : null;
}

export type LocationWishes = {
  /** S3OutputPath, or S3FailurePath. */
  base: string;
  extension: string | null;
  fileName: string | null;
  /** Makes the name when none is given. */
  unique: string;
};

/** Where a request's answer goes: `<S3OutputPath>/[<S3OutputPathExtension>/]<Filename or unique>.out`. */
export function outputLocation({ base, extension, fileName, unique }: LocationWishes): string {
  return join(base, extension, fileName ?? `${unique}.out`);
}

/** Where its failure goes: the same with `-error` behind the name. */
export function failureLocation({ base, extension, fileName, unique }: LocationWishes): string {
  if (fileName === null) return join(base, extension, `${unique}-error.out`);
  const dot = fileName.lastIndexOf(".");
  const name = dot > 0 ? `${fileName.slice(0, dot)}-error${fileName.slice(dot)}` : `${fileName}-error`;
  return join(base, extension, name);
}

function join(base: string, extension: string | null, name: string): string {
  const middle = extension?.replace(/^\/+|\/+$/g, "");
  return [base.replace(/\/+$/, ""), ...(middle ? [middle] : []), name].join("/");
}
