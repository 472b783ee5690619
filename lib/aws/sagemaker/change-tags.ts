import "server-only";
import { AddTagsCommand, DeleteTagsCommand } from "@aws-sdk/client-sagemaker";

import { type AwsTarget, sagemakerClient } from "../client";
import { toAppError } from "../errors";
import { forgetReads } from "../read-cache";
import type { Tag } from "./tags";

/** Adds a tag to a SageMaker resource, or changes its value. */
export async function addTag(target: AwsTarget, arn: string, { key, value }: Tag): Promise<void> {
  try {
    await sagemakerClient(target).send(new AddTagsCommand({ ResourceArn: arn, Tags: [{ Key: key, Value: value }] }));
  } catch (cause) {
    throw toAppError(cause);
  } finally {
    forgetReads(target.id);
  }
}

/** Takes a tag off a SageMaker resource; one that is not there is fine. */
export async function deleteTag(target: AwsTarget, arn: string, key: string): Promise<void> {
  try {
    await sagemakerClient(target).send(new DeleteTagsCommand({ ResourceArn: arn, TagKeys: [key] }));
  } catch (cause) {
    throw toAppError(cause);
  } finally {
    forgetReads(target.id);
  }
}
