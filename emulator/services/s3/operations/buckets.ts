import { Fault } from "../../../protocol/fault.ts";
import { readSmallBody } from "../body/open-body.ts";
import { sendEmpty, sendXml } from "../http/answer.ts";
import { existingBucket, type S3Call } from "../http/s3-call.ts";
import { childText, document, element, parseDocument } from "../http/xml.ts";
import { isBucketName } from "./bucket-name.ts";
import { ownerElement } from "./owner.ts";

const MAX_BUCKETS = 10_000;

export async function createBucket(call: S3Call): Promise<void> {
  const { bucket, request, store } = call;
  if (!isBucketName(bucket)) {
    throw new Fault("InvalidBucketName", "The specified bucket is not valid.", 400, { BucketName: bucket });
  }
  const region = requestedRegion(await readSmallBody(call), request.region);
  const existing = store.buckets.get(bucket);
  // In us-east-1 AWS answers a repeat with success, everywhere else it refuses.
  if (existing && (existing.region !== "us-east-1" || region !== "us-east-1")) {
    throw new Fault(
      "BucketAlreadyOwnedByYou",
      "Your previous request to create the named bucket succeeded and you already own it.",
      409,
      { BucketName: bucket },
    );
  }
  store.buckets.create({ name: bucket, region, createdAt: store.clock.now() });
  sendEmpty(call, 200, { location: `/${bucket}` });
}

export async function headBucket(call: S3Call): Promise<void> {
  const { region } = existingBucket(call);
  sendEmpty(call, 200, { "x-amz-bucket-region": region, "x-amz-access-point-alias": "false" });
}

export async function deleteBucket(call: S3Call): Promise<void> {
  existingBucket(call);
  if (!call.store.buckets.isEmpty(call.bucket)) {
    throw new Fault("BucketNotEmpty", "The bucket you tried to delete is not empty", 409, { BucketName: call.bucket });
  }
  for (const upload of call.store.uploads.list(call.bucket)) call.store.uploads.end(upload.id);
  call.store.buckets.delete(call.bucket);
  sendEmpty(call, 204);
}

export async function getBucketLocation(call: S3Call): Promise<void> {
  const { region } = existingBucket(call);
  sendXml(call, document("LocationConstraint", region === "us-east-1" ? "" : region));
}

/** Versioning was never switched on: an empty document. */
export async function getBucketVersioning(call: S3Call): Promise<void> {
  existingBucket(call);
  sendXml(call, document("VersioningConfiguration", ""));
}

export async function listBuckets(call: S3Call): Promise<void> {
  const { query } = call.request;
  const prefix = query.get("prefix") ?? "";
  const region = query.get("bucket-region");
  const after = query.get("continuation-token") ?? "";
  const limit = Math.min(Number(query.get("max-buckets") ?? MAX_BUCKETS) || MAX_BUCKETS, MAX_BUCKETS);
  const matching = call.store.buckets
    .list()
    .filter(
      ({ name, region: home }) => name.startsWith(prefix) && name > after && (region === null || home === region),
    );
  const page = matching.slice(0, limit);
  sendXml(
    call,
    document("ListAllMyBucketsResult", [
      ownerElement("Owner"),
      element(
        "Buckets",
        page.map(({ name, createdAt, region: home }) =>
          element("Bucket", [
            element("Name", name),
            element("CreationDate", new Date(createdAt).toISOString()),
            element("BucketRegion", home),
          ]),
        ),
      ),
      element("ContinuationToken", matching.length > limit ? page.at(-1)?.name : null),
      element("Prefix", prefix || null),
    ]),
  );
}

function requestedRegion(body: string, signedRegion: string): string {
  const constraint =
    body.trim() === "" ? null : childText(parseDocument(body, "CreateBucketConfiguration"), "LocationConstraint");
  if (constraint !== null && !/^(EU|[a-z]{2,}(-[a-z]+)+-\d)$/.test(constraint)) {
    throw new Fault("InvalidLocationConstraint", "The specified location-constraint is not valid", 400, {
      LocationConstraint: constraint,
    });
  }
  if (signedRegion === "us-east-1") return constraint ?? "us-east-1";
  if (constraint === signedRegion) return signedRegion;
  throw new Fault(
    "IllegalLocationConstraintException",
    `The ${constraint ?? "unspecified"} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  );
}
