import { Fault } from "../../../protocol/fault.ts";
import { readSmallBody } from "../body/open-body.ts";
import { sendEmpty, sendXml } from "../http/answer.ts";
import { malformedXml } from "../http/faults.ts";
import { existingObject, type S3Call } from "../http/s3-call.ts";
import { childrenOf, childText, document, element, parseDocument } from "../http/xml.ts";

export async function getObjectTagging(call: S3Call): Promise<void> {
  const tags = Object.entries(existingObject(call).tags).map(([key, value]) =>
    element("Tag", [element("Key", key), element("Value", value)]),
  );
  sendXml(call, document("Tagging", element("TagSet", tags)));
}

export async function putObjectTagging(call: S3Call): Promise<void> {
  existingObject(call);
  const [tagSet = ""] = childrenOf(parseDocument(await readSmallBody(call), "Tagging"), "TagSet");
  const pairs = childrenOf(tagSet, "Tag").map((tag) => [childText(tag, "Key"), childText(tag, "Value")] as const);
  const tags = new Map<string, string>();
  for (const [key, value] of pairs) {
    if (key === null || value === null) throw malformedXml();
    if (tags.has(key)) throw new Fault("InvalidTag", "Cannot provide multiple Tags with the same key");
    tags.set(key, value);
  }
  if (pairs.length > 10) throw new Fault("BadRequest", "Object tags cannot be greater than 10");
  call.store.objects.setTags(existingObject(call), Object.fromEntries(tags));
  sendEmpty(call, 200);
}

export async function deleteObjectTagging(call: S3Call): Promise<void> {
  call.store.objects.setTags(existingObject(call), {});
  sendEmpty(call, 204);
}
