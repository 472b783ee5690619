import "server-only";
import { AddTagsCommand, DeleteTagsCommand } from "@aws-sdk/client-sagemaker";

import { type AwsTarget, sagemakerClient } from "../client";
import { toAppError } from "../errors";
import { forgetReads } from "../read-cache";
import type { Tag } from "./tags";

/** Adds tags to a SageMaker resource, or changes their values; at most 50. */
export async function addTags(target: AwsTarget, arn: string, tags: readonly Tag[]): Promise<void> {
  try {
    const Tags = tags.map(({ key, value }) => ({ Key: key, Value: value }));
    await sagemakerClient(target).send(new AddTagsCommand({ ResourceArn: arn, Tags }));
  } catch (cause) {
    throw toAppError(cause);
  } finally {
    forgetReads(target.id);
  }
}

/** Takes tags off a SageMaker resource; one that is not there is fine. */
export async function deleteTags(target: AwsTarget, arn: string, keys: readonly string[]): Promise<void> {
  try {
    await sagemakerClient(target).send(new DeleteTagsCommand({ ResourceArn: arn, TagKeys: [...keys] }));
  } catch (cause) {
    throw toAppError(cause);
  } finally {
    forgetReads(target.id);
  }
}
