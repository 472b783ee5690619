import "server-only";
import { ListTagsCommand } from "@aws-sdk/client-sagemaker";

import { type AwsTarget, sagemakerClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

export type Tag = { key: string; value: string };

const TAGS_TTL_MS = 30_000;

/** The tags of a SageMaker resource, sorted by key. */
export function listTags(target: AwsTarget, arn: string): Promise<Tag[]> {
  return cachedRead(target, "ListTags", arn, TAGS_TTL_MS, async () => {
    try {
      const out = await sagemakerClient(target).send(new ListTagsCommand({ ResourceArn: arn, MaxResults: 50 }));
      return (out.Tags ?? [])
        .map((tag) => ({ key: tag.Key ?? "", value: tag.Value ?? "" }))
        .sort((a, b) => a.key.localeCompare(b.key));
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}
