import "server-only";
import { forgetReads } from "@/lib/aws/read-cache";
import { createModel, deleteModel, describeModel } from "@/lib/aws/sagemaker/models";
import { createTransformJob, describeTransformJob, stopTransformJob } from "@/lib/aws/sagemaker/transform-jobs";
import { isOurModel } from "@/lib/deploy/prove-ours";
import { secretValues } from "@/lib/deploy/secrets";
import { AppError } from "@/lib/errors";
import type { OperationKind, Step, StepContext } from "@/lib/operations/kind";
import type { OperationResource } from "@/lib/operations/view";
import type { TransformRequests } from "./planned-request";

/** What a batch transform decided when it began. */
export type TransformPlan = { requests: TransformRequests };
type Context = StepContext<TransformPlan>;
type TransformStep = Step<TransformPlan>;
type Found = "ours" | "foreign" | "missing";

/** AWS's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 5 * 60_000;

const makeModel: TransformStep = {
  id: "model",
  title: "Model",
  change: {
    permission: "transform:create",
    target: ({ requests }) => `model ${requests.model?.ModelName ?? requests.job.ModelName}`,
  },
  run: async (context) => {
    const { model } = context.plan.requests;
    if (!model) return "done";
    return ensure(context, `a model ${model.ModelName}`, () => createModel(context.workspace, model), findModel);
  },
};

const makeJob: TransformStep = {
  id: "transform-job",
  title: "Transform job",
  change: {
    permission: "transform:create",
    target: ({ requests }) => `transform job ${requests.job.TransformJobName}`,
  },
  run: (context) => {
    const { job } = context.plan.requests;
    return ensure(
      context,
      `a transform job ${job.TransformJobName}`,
      () => createTransformJob(context.workspace, job),
      findJob,
    );
  },
};

const endJob: TransformStep = {
  id: "stop-transform-job",
  title: "Stop the transform job",
  change: { permission: "transform:stop", target: ({ requests }) => `transform job ${requests.job.TransformJobName}` },
  run: async (context) => {
    if ((await findJob(context)) !== "ours") return "done";
    const { workspace, plan } = context;
    const name = plan.requests.job.TransformJobName;
    if ((await describeTransformJob(workspace, name)).status === "InProgress") await stopTransformJob(workspace, name);
    return "done";
  },
};

const removeModel: TransformStep = {
  id: "remove-model",
  title: "Delete the model",
  change: { permission: "endpoint:delete", target: ({ requests }) => `model ${requests.model?.ModelName ?? "none"}` },
  run: async (context) => {
    const { model } = context.plan.requests;
    if (model && (await findModel(context)) === "ours") await deleteModel(context.workspace, model.ModelName);
    forgetReads(context.workspace.id);
    return "done";
  },
};

const MAKE = [makeModel, makeJob];
const REMOVE = [endJob, removeModel];

/** A batch transform: the model where one is to be made, then the job. */
export const transformKind: OperationKind<TransformPlan> = {
  steps: [...MAKE, ...REMOVE],
  make: MAKE,
  // Every step finds what is there, so a retry goes through all of them.
  retry: () => MAKE,
  remove: REMOVE,
  existing: async (context) => {
    const { model, job } = context.plan.requests;
    const [foundJob, foundModel] = await Promise.all([findJob(context), findModel(context)]);
    const made: OperationResource[] = [];
    if (foundJob === "ours") made.push({ kind: "transform-job", name: job.TransformJobName });
    if (model && foundModel === "ours") made.push({ kind: "model", name: model.ModelName });
    return made;
  },
  secrets: ({ requests }) => [
    ...secretValues(requests.model?.PrimaryContainer.Environment ?? {}),
    ...secretValues(requests.job.Environment ?? {}),
  ],
};

function findModel({ workspace, plan, startedAt }: Context): Promise<Found> {
  const { model } = plan.requests;
  if (!model) return Promise.resolve("missing");
  return find(workspace.id, async () => isOurModel(model, await describeModel(workspace, model.ModelName), startedAt));
}

function findJob({ workspace, plan, startedAt }: Context): Promise<Found> {
  const { job } = plan.requests;
  return find(workspace.id, async () => {
    const made = await describeTransformJob(workspace, job.TransformJobName);
    const isRecent = made.createdAt !== null && Date.parse(made.createdAt) >= startedAt.getTime() - CLOCK_SKEW_MS;
    return (
      isRecent &&
      made.modelName === job.ModelName &&
      made.inputUri === job.TransformInput.DataSource.S3DataSource.S3Uri &&
      made.outputUri === job.TransformOutput.S3OutputPath
    );
  });
}

async function find(workspaceId: string, isOurs: () => Promise<boolean>): Promise<Found> {
  forgetReads(workspaceId); // a proof must not rest on what was true some seconds ago
  try {
    return (await isOurs()) ? "ours" : "foreign";
  } catch (cause) {
    if (cause instanceof AppError && cause.code === "not-found") return "missing";
    throw cause;
  }
}

/** Makes a thing, or finds that an earlier run of this operation already did. */
async function ensure(
  context: Context,
  what: string,
  make: () => Promise<void>,
  look: (context: Context) => Promise<Found>,
): Promise<"done"> {
  try {
    await make();
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== "conflict") throw cause;
    if ((await look(context)) !== "ours") {
      throw new AppError("conflict", `There is already ${what}, and this operation did not make it.`, {
        hint: "Begin again under another name.",
      });
    }
  }
  forgetReads(context.workspace.id);
  return "done";
}
