import { EMPTY_DEPLOY } from "@/lib/deploy/defaults";
import { hubTokenVariables } from "@/lib/deploy/hub-token";
import type { DeployFormValues } from "@/lib/deploy/schema";
import type { RunVariant } from "@/lib/updates/run-view";
import type { UpdateFormValues } from "@/lib/updates/schema";

import type { Mend } from "./view";

type Wish = UpdateFormValues["variants"][number];

/**
 * A variant of the update form as the deploy form would say it, so that the same checks judge both. Of the instances only
 * those count that it takes beyond what the endpoint has: that is what the account's quota is asked for.
 */
export function deployOfWish(wish: Wish, running: RunVariant | undefined): DeployFormValues {
  const names = [...wish.environment.map(({ name }) => name), ...wish.keptSecrets];
  const held = running?.instanceType === wish.instanceType ? (running?.instanceCount ?? 0) : 0;
  return {
    ...EMPTY_DEPLOY,
    ...sourceOfWish(wish.source.trim()),
    hubRevision: wish.revision.trim(),
    image: wish.image,
    task: wish.environment.find(({ name }) => name === "HF_TASK")?.value ?? "",
    environment: wish.environment,
    hubTokenFrom: hubTokenVariables(wish.image).some((name) => names.includes(name)) ? "typed" : "none",
    mode: wish.instanceType === null ? "serverless" : "real-time",
    instanceType: wish.instanceType ?? "",
    instanceCount: Math.max(0, Number(wish.instanceCount) - held),
    // The form offers any number of them; the checks know SageMaker's six sizes.
    serverlessMemoryMb: Number(wish.serverlessMemoryMiB) as DeployFormValues["serverlessMemoryMb"],
    serverlessMaxConcurrency: wish.serverlessMaxConcurrency,
  };
}

function sourceOfWish(source: string): Partial<DeployFormValues> {
  if (source.startsWith("bundled/")) return { source: "bundled", bundledModel: source.slice("bundled/".length) };
  if (source.startsWith("s3://")) return { source: "s3", modelDataUrl: source };
  return source ? { source: "hub", hubModelId: source } : { source: "none" };
}

/** What a mend changes of a variant of the update form; null for one that the form has no field for. */
export function mendWish(wish: Wish, { set }: Mend): Partial<Wish> | null {
  const changes = Object.entries(set).map(([field, value]) => changeOf(wish, field, value));
  return changes.some((change) => change === null) ? null : Object.assign({}, ...changes);
}

function changeOf(wish: Wish, field: string, value: unknown): Partial<Wish> | null {
  switch (field) {
    case "image":
      return { image: String(value) };
    case "instanceType":
      return { instanceType: String(value) };
    case "hubRevision":
      return { revision: String(value) };
    case "serverlessMemoryMb":
      return { serverlessMemoryMiB: Number(value) };
    case "task":
      return { environment: withVariable(wish, "HF_TASK", String(value)) };
    case "hubTokenFrom":
      // The workspace's token is put in by a deploy only: here it is typed.
      return { environment: withVariable(wish, hubTokenVariables(wish.image)[0] ?? "HF_TOKEN", "") };
    default:
      return null;
  }
}

function withVariable({ environment }: Wish, name: string, value: string): Wish["environment"] {
  return environment.some((row) => row.name === name)
    ? environment.map((row) => (row.name === name ? { name, value } : row))
    : [...environment, { name, value }];
}
