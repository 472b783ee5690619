import "server-only";
import { deleteObject } from "@/lib/aws/s3/delete-object";
import { objectMetadata, openObject } from "@/lib/aws/s3/read-object";
import { abortUnfinishedUploads, type ObjectPlace } from "@/lib/aws/s3/upload";
import { AppError } from "@/lib/errors";
import type { Step } from "@/lib/operations/kind";
import { packArchive } from "@/lib/own-code/pack-archive";
import { parseS3Uri } from "@/lib/own-code/places";
import { uploadBucket, uploadTo } from "@/lib/uploads/service";

import type { DeployContext, DeployPlan, Found } from "./find-ours";

/** The packing of inference code into a model's archive, decided when the deploy began. */
export type PackPlan = {
  /** The deploy that packs: the object carries it, so that a repeat finds its own work. */
  id: string;
  /** The model's archive; null: there is none but the code. */
  modelUri: string | null;
  /** The code as a tar.gz of its own. */
  codeUri: string;
  packedUri: string;
};

const OWNER = "packed-for";

const packedUri = (plan: DeployPlan) => plan.pack?.packedUri ?? "";

/** Puts the code into the archive. The key is this deploy's own, and an object is there only when it is whole. */
export const packCode: Step<DeployPlan> = {
  id: "pack-code",
  title: "Archive with your code",
  change: { permission: "storage:write", target: (plan) => `archive ${packedUri(plan)}` },
  run: async (context) => {
    const { workspace, plan } = context;
    if (!plan.pack) return "done";
    const { id, modelUri, codeUri } = plan.pack;
    const place = parseS3Uri(plan.pack.packedUri);
    const found = await findArchive(context);
    if (found === "ours") return "done";
    if (found === "foreign") throw alreadyThere(plan.pack.packedUri);
    await uploadBucket(workspace);
    await abortUnfinishedUploads(workspace, place);
    const code = await openObject(workspace, parseS3Uri(codeUri));
    const model = modelUri ? await openObject(workspace, parseS3Uri(modelUri)) : null;
    await uploadTo(workspace, place, packArchive(model?.body ?? null, code.body), { [OWNER]: id });
    return "done";
  },
};

export const removeArchive: Step<DeployPlan> = {
  id: "remove-archive",
  title: "Delete the packed archive",
  change: { permission: "endpoint:delete", target: (plan) => `archive ${packedUri(plan)}` },
  run: async (context) => {
    if ((await findArchive(context)) === "ours") {
      await deleteObject(context.workspace, parseS3Uri(packedUri(context.plan)));
    }
    return "done";
  },
};

/** Whether the packed archive is there, and this deploy's. */
export async function findArchive({ workspace, plan }: DeployContext): Promise<Found> {
  if (!plan.pack) return "missing";
  const place: ObjectPlace = parseS3Uri(plan.pack.packedUri);
  const metadata = await objectMetadata(workspace, place);
  if (!metadata) return "missing";
  return metadata[OWNER] === plan.pack.id ? "ours" : "foreign";
}

function alreadyThere(uri: string): AppError {
  return new AppError("conflict", `There is already an object at ${uri}, and this deploy did not put it there.`, {
    hint: "Deploy again: the next review makes another name.",
  });
}
