import "server-only";
import type { Member } from "@/lib/auth/member";
import { readOperation } from "@/lib/operations/journal";
import { getOperation, startOperation } from "@/lib/operations/service";
import type { Workspace } from "@/lib/workspaces/view";
import type { EndpointPlan } from "../find-ours";
import { refuseTakenName } from "../refuse-taken-name";
import { hostingRequests } from "./requests";
import type { HostingInput } from "./schema";
import type { HostingSummary } from "./view";

/** Begins the making of an endpoint for components; sending the same form again finds the same operation. */
export async function startHosting(input: HostingInput, workspace: Workspace, member: Member): Promise<{ id: string }> {
  const known = await readOperation(input.requestId);
  if (known) return { id: (await getOperation(workspace, known.id)).id };
  await refuseTakenName(workspace, input.endpointName);
  const requests = hostingRequests(input);
  const summary: HostingSummary = {
    endpointName: input.endpointName,
    endpointConfigName: requests.endpointConfig.EndpointConfigName,
    instanceType: input.instanceType,
    instanceCount: input.instanceCount,
    managed: input.isManaged ? { min: input.minInstances, max: input.maxInstances } : null,
  };
  const { id } = await startOperation(workspace, member, {
    id: input.requestId,
    kind: "host-components",
    target: `endpoint ${input.endpointName}`,
    summary,
    plan: { requests } satisfies EndpointPlan,
  });
  return { id };
}
