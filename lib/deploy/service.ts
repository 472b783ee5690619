import "server-only";
import type { Member } from "@/lib/auth/member";
import { AppError } from "@/lib/errors";
import { readOperation } from "@/lib/operations/journal";
import { getOperation, startOperation } from "@/lib/operations/service";
import { packedArchiveUri } from "@/lib/own-code/places";
import { workspaceHubToken } from "@/lib/settings/hub-token";
import { workspaceBucket } from "@/lib/uploads/service";
import type { Workspace } from "@/lib/workspaces/view";

import { buildRequests } from "./build-requests";
import { failureUriOf } from "./failure-uri";
import type { DeployPlan } from "./find-ours";
import { deployNames } from "./names";
import type { PackPlan } from "./pack-step";
import { refuseTakenName } from "./refuse-taken-name";
import type { DeployInput } from "./schema";
import type { DeployRequests, DeploySummary } from "./view";

/** Begins a deploy and answers at once with the operation's id; sending the same form again finds the same operation. */
export async function startDeploy(input: DeployInput, workspace: Workspace, member: Member): Promise<{ id: string }> {
  const known = await readOperation(input.requestId);
  if (known) return { id: (await getOperation(workspace, known.id)).id };

  await refuseImpossible(input, workspace);
  const names = deployNames(input, new Date(input.stampedAt));
  const pack = input.ownCode ? await packPlan(input, names.model, workspace) : undefined;
  const requests = buildRequests(input, {
    region: workspace.region,
    names,
    hubToken: await hubToken(input, workspace),
    packedUri: pack?.packedUri,
    failureUri: await failureUri(input, names.model, workspace),
  });
  const { id } = await startOperation(workspace, member, {
    id: input.requestId,
    kind: "deploy",
    target: `endpoint ${requests.endpoint.EndpointName}`,
    summary: summarise(input, requests),
    plan: { requests, pack } satisfies DeployPlan,
  });
  return { id };
}

/** What AWS would refuse anyway, said before anything is made and beside the field it belongs to. */
async function refuseImpossible(input: DeployInput, workspace: Workspace): Promise<void> {
  if (input.source === "bundled" && !workspace.isEmulator) {
    throw atField("source", "Bundled models live in the emulator. Deploy from the Hub or from S3 here.");
  }
  if (input.endpointName) await refuseTakenName(workspace, input.endpointName);
}

/** What is packed and where to; throws when the code never was uploaded. */
async function packPlan(input: DeployInput, modelName: string, workspace: Workspace): Promise<PackPlan> {
  const bucket = await workspaceBucket(workspace);
  // Only what was uploaded through the console: no other object becomes code of an endpoint by a typed address.
  if (!input.codeUri.startsWith(`s3://${bucket}/uploads/`)) {
    throw atField("inferencePy", "The code was not uploaded. Open the review again.");
  }
  return {
    id: input.requestId,
    modelUri: input.source === "s3" ? input.modelDataUrl : null,
    codeUri: input.codeUri,
    packedUri: packedArchiveUri(bucket, modelName),
  };
}

/** Asked for only where it is needed: finding the bucket may take a call to AWS. */
async function failureUri(input: DeployInput, modelName: string, workspace: Workspace): Promise<string | undefined> {
  if (input.mode !== "async" || input.asyncFailureUri) return undefined;
  return failureUriOf(input, await workspaceBucket(workspace), modelName);
}

async function hubToken(input: DeployInput, workspace: Workspace): Promise<string | null> {
  if (input.hubTokenFrom === "typed") return input.hubToken;
  if (input.hubTokenFrom === "none") return null;
  const saved = await workspaceHubToken(workspace.id);
  if (saved) return saved;
  throw atField("hubTokenFrom", "This workspace has no saved Hub token. Save one in Settings, or type it here.");
}

function atField(field: keyof DeployInput, message: string): AppError {
  return new AppError("invalid", message, { fieldErrors: { [field]: [message] } });
}

function summarise(input: DeployInput, requests: DeployRequests): DeploySummary {
  return {
    endpointName: requests.endpoint.EndpointName,
    endpointConfigName: requests.endpointConfig.EndpointConfigName,
    modelName: requests.model.ModelName,
    image: input.image,
    instanceType: input.instanceType,
    instanceCount: input.instanceCount,
    source: sourceLabel(input),
    hasOwnCode: input.ownCode,
    mode: input.mode,
    task: input.task || null,
  };
}

function sourceLabel(input: DeployInput): string {
  if (input.source === "bundled") return `bundled/${input.bundledModel}`;
  if (input.source === "s3") return input.modelDataUrl;
  if (input.source === "none") return "code of your own";
  return input.hubRevision ? `${input.hubModelId}@${input.hubRevision}` : input.hubModelId;
}
