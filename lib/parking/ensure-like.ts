import "server-only";
import { isDeepStrictEqual } from "node:util";
import { forgetReads } from "@/lib/aws/read-cache";
import { configRequest, modelRequest } from "@/lib/aws/sagemaker/creation-requests";
import { AppError } from "@/lib/errors";
import type { AwsCall } from "@/lib/specification/view";
import type { Workspace } from "@/lib/workspaces/view";

import { sendCalls } from "./send-call";

/** Makes a model, or finds an equal one of that name: it was kept for others, or an earlier run made it. */
export function ensureModel(workspace: Workspace, call: AwsCall): Promise<void> {
  const name = String(call.input.ModelName);
  return ensure(workspace, call, `a model ${name}`, () => modelRequest(workspace, name));
}

/** The same for an endpoint configuration. */
export function ensureConfig(workspace: Workspace, call: AwsCall): Promise<void> {
  const name = String(call.input.EndpointConfigName);
  return ensure(workspace, call, `an endpoint configuration ${name}`, () => configRequest(workspace, name));
}

async function ensure(workspace: Workspace, call: AwsCall, what: string, read: () => Promise<AwsCall>): Promise<void> {
  try {
    await sendCalls(workspace, [call]);
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== "conflict") throw cause;
    if (!isDeepStrictEqual(withoutTags(await read()), withoutTags(call))) {
      throw new AppError("conflict", `There is ${what} already, and it is another than the one that was parked.`, {
        hint: "Delete that one, then retry.",
      });
    }
  }
  forgetReads(workspace.id);
}

/** Tags of what others use may have changed; the rest of a model or configuration never does. */
function withoutTags({ input: { Tags: _, ...input } }: AwsCall): unknown {
  return JSON.parse(JSON.stringify(input));
}
