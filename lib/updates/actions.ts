"use server";

import { workspaceAction } from "@/lib/actions/authed-action";

import { ReturnInput, StopInput, UpdateInput } from "./schema";
import { returnToConfig, startUpdate, stopUpdate } from "./service";

/** Begins an update. */
export const startUpdateAction = workspaceAction({
  permission: "endpoint:deploy",
  input: UpdateInput,
  target: ({ endpointName }) => `endpoint ${endpointName}, update`,
  run: (input, { workspace, member }) => startUpdate(input, workspace, member),
});

/** Begins the way back to a configuration that exists. */
export const returnToConfigAction = workspaceAction({
  permission: "endpoint:deploy",
  input: ReturnInput,
  target: ({ endpointName, configName }) => `endpoint ${endpointName}, back to ${configName}`,
  run: (input, { workspace, member }) => returnToConfig(input, workspace, member),
});

/** Lets an alarm take the running update back. */
export const stopUpdateAction = workspaceAction({
  permission: "endpoint:deploy",
  input: StopInput,
  target: ({ endpointName }) => `endpoint ${endpointName}, stop of its update`,
  run: ({ endpointName }, { workspace, member }) => stopUpdate(workspace, endpointName, member),
});
