"use server";

import { workspaceAction } from "@/lib/actions/authed-action";
import { deleteTrainingJob, stopTrainingJob } from "@/lib/aws/sagemaker/training-jobs";

import { OneTrainingJob } from "./list-schema";
import { plannedJobName } from "./planned-request";
import { TrainingInput } from "./schema";
import { startTraining } from "./service";

/** Creates a training job. */
export const createTrainingJobAction = workspaceAction({
  permission: "training:create",
  input: TrainingInput,
  target: (input) => `training job ${plannedJobName(input)}`,
  run: (input, { workspace }) => startTraining(input, workspace),
});

/** Asks a job to end. */
export const stopTrainingJobAction = workspaceAction({
  permission: "training:stop",
  input: OneTrainingJob,
  target: ({ name }) => `training job ${name}`,
  run: ({ name }, { workspace }) => stopTrainingJob(workspace, name),
});

/** Deletes the record of a job that has ended. */
export const deleteTrainingJobAction = workspaceAction({
  permission: "training:delete",
  input: OneTrainingJob,
  target: ({ name }) => `training job ${name}`,
  run: ({ name }, { workspace }) => deleteTrainingJob(workspace, name),
});
