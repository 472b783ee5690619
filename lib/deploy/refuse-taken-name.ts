import "server-only";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { AppError } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";

/** Throws when there is an endpoint of that name: AWS would refuse it only after the rest was made. */
export async function refuseTakenName(workspace: Workspace, endpointName: string): Promise<void> {
  const existing = await describeEndpoint(workspace, endpointName).catch((cause: unknown) => {
    if (cause instanceof AppError && cause.code === "not-found") return null;
    throw cause;
  });
  if (!existing) return;
  const message =
    existing.status === "Deleting"
      ? "An endpoint of this name is being deleted. Wait a little, or choose another name."
      : "There is already an endpoint of this name. Choose another, or delete that one first.";
  throw new AppError("invalid", message, { fieldErrors: { endpointName: [message] } });
}
