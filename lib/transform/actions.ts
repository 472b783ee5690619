"use server";

import { workspaceAction } from "@/lib/actions/authed-action";
import { stopTransformJob } from "@/lib/aws/sagemaker/transform-jobs";

import { OneTransformJob } from "./list-schema";
import { plannedTransformName } from "./planned-request";
import { TransformInput } from "./schema";
import { startTransform } from "./service";

/** Makes a transform job, and its model where one is asked for. */
export const createTransformJobAction = workspaceAction({
  permission: "transform:create",
  input: TransformInput,
  target: (input) => `transform job ${plannedTransformName(input)}`,
  run: (input, { workspace, member }) => startTransform(input, workspace, member),
});

/** Asks a job to end. */
export const stopTransformJobAction = workspaceAction({
  permission: "transform:stop",
  input: OneTransformJob,
  target: ({ name }) => `transform job ${name}`,
  run: ({ name }, { workspace }) => stopTransformJob(workspace, name),
});
