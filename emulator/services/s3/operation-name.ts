/** Sub-resources of a bucket, `?name`, as AWS names them in `Get…`, `Put…` and `Delete…` operations. */
const BUCKET_SUBRESOURCES: Record<string, string> = {
  accelerate: "BucketAccelerateConfiguration",
  acl: "BucketAcl",
  analytics: "BucketAnalyticsConfiguration",
  cors: "BucketCors",
  encryption: "BucketEncryption",
  "intelligent-tiering": "BucketIntelligentTieringConfiguration",
  inventory: "BucketInventoryConfiguration",
  lifecycle: "BucketLifecycleConfiguration",
  location: "BucketLocation",
  logging: "BucketLogging",
  metrics: "BucketMetricsConfiguration",
  notification: "BucketNotificationConfiguration",
  "object-lock": "ObjectLockConfiguration",
  ownershipControls: "BucketOwnershipControls",
  policy: "BucketPolicy",
  policyStatus: "BucketPolicyStatus",
  publicAccessBlock: "PublicAccessBlock",
  replication: "BucketReplication",
  requestPayment: "BucketRequestPayment",
  tagging: "BucketTagging",
  versioning: "BucketVersioning",
  website: "BucketWebsite",
};

/** The same of an object. */
const OBJECT_SUBRESOURCES: Record<string, string> = {
  acl: "ObjectAcl",
  "legal-hold": "ObjectLegalHold",
  retention: "ObjectRetention",
  tagging: "ObjectTagging",
  torrent: "ObjectTorrent",
};

export type S3Target = { method: string; query: URLSearchParams; hasBucket: boolean; hasKey: boolean; isCopy: boolean };

/** The AWS operation that a request asks for, whether or not the emulator has it. */
export function s3OperationName(target: S3Target): string {
  if (!target.hasBucket) return target.method === "GET" ? "ListBuckets" : `${target.method} /`;
  return target.hasKey ? objectOperation(target) : bucketOperation(target);
}

function bucketOperation({ method, query }: S3Target): string {
  const subresource = subresourceOperation(BUCKET_SUBRESOURCES, method, query);
  if (subresource !== null) return subresource;
  switch (method) {
    case "GET":
      if (query.has("uploads")) return "ListMultipartUploads";
      if (query.has("versions")) return "ListObjectVersions";
      return query.get("list-type") === "2" ? "ListObjectsV2" : "ListObjects";
    case "PUT":
      return "CreateBucket";
    case "POST":
      return query.has("delete") ? "DeleteObjects" : "PostObject";
    default:
      return `${capitalised(method)}Bucket`;
  }
}

function objectOperation({ method, query, isCopy }: S3Target): string {
  const subresource = subresourceOperation(OBJECT_SUBRESOURCES, method, query);
  if (subresource !== null) return subresource;
  const isOfUpload = query.has("uploadId");
  switch (method) {
    case "GET":
      if (query.has("attributes")) return "GetObjectAttributes";
      return isOfUpload ? "ListParts" : "GetObject";
    case "PUT":
      if (query.has("renameObject")) return "RenameObject";
      if (isOfUpload) return isCopy ? "UploadPartCopy" : "UploadPart";
      return isCopy ? "CopyObject" : "PutObject";
    case "POST":
      if (query.has("uploads")) return "CreateMultipartUpload";
      if (query.has("restore")) return "RestoreObject";
      if (query.has("select")) return "SelectObjectContent";
      return isOfUpload ? "CompleteMultipartUpload" : "PostObject";
    case "DELETE":
      return isOfUpload ? "AbortMultipartUpload" : "DeleteObject";
    default:
      return `${capitalised(method)}Object`;
  }
}

function subresourceOperation(names: Record<string, string>, method: string, query: URLSearchParams): string | null {
  const found = Object.keys(names).find((name) => query.has(name));
  return found === undefined ? null : `${capitalised(method)}${names[found]}`;
}

const capitalised = (method: string): string => method.slice(0, 1) + method.slice(1).toLowerCase();
