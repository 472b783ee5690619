/** What the Python SDK tells the container about a script that it packed into the archive. */
export const PACKED_ENVIRONMENT = {
  SAGEMAKER_PROGRAM: "inference.py",
  SAGEMAKER_SUBMIT_DIRECTORY: "/opt/ml/model/code",
};

/** Where the Python SDK puts the archive of a model that it packed itself. */
export function packedArchiveUri(bucket: string, modelName: string): string {
  return `s3://${bucket}/${modelName}/model.tar.gz`;
}

/** Bucket and key of an s3:// address; throws for anything else. */
export function parseS3Uri(uri: string): { bucket: string; key: string } {
  const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri) ?? [];
  if (!bucket || !key) throw new Error(`${uri} is no address of an object in S3.`);
  return { bucket, key };
}

/** A path as archives write it, without the leading `./`. */
export function plainPath(name: string): string {
  return name.replace(/^(\.\/)+/, "");
}
