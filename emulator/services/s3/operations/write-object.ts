import { openBody } from "../body/open-body.ts";
import { sendEmpty } from "../http/answer.ts";
import { admitWrite } from "../http/conditions.ts";
import { existingBucket, type S3Call } from "../http/s3-call.ts";
import { checksumHeaders, headersToKeep, tagsToKeep } from "./object-headers.ts";

export async function putObject(call: S3Call): Promise<void> {
  const { bucket, key, store } = call;
  existingBucket(call);
  admitWrite(call, store.objects.get(bucket, key));
  const headers = headersToKeep(call);
  const tags = tagsToKeep(call);
  const body = openBody(call);
  const draft = await store.blobs.draft(body.chunks);
  try {
    const { size, md5, checksum } = body.verify();
    const blob = await draft.keep();
    const object = {
      bucket,
      key,
      blob,
      size,
      etag: md5,
      modifiedAt: store.clock.now(),
      headers,
      checksum,
      parts: [],
      tags,
    };
    store.objects.put(object, (current) => {
      existingBucket(call);
      admitWrite(call, current);
    });
    sendEmpty(call, 200, {
      etag: `"${md5}"`,
      "x-amz-server-side-encryption": "AES256",
      ...checksumHeaders(checksum),
    });
  } catch (cause) {
    await draft.discard();
    throw cause;
  }
}
