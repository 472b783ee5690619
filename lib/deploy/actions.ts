"use server";

import { workspaceAction } from "@/lib/actions/authed-action";

import { DeployInput } from "./schema";
import { startDeploy } from "./service";

/** Begins a real-time deploy; the work goes on after the answer. */
export const startDeployAction = workspaceAction({
  permission: "endpoint:deploy",
  input: DeployInput,
  target: (input) => (input.endpointName ? `endpoint ${input.endpointName}` : "a new endpoint"),
  run: (input, { workspace, member }) => startDeploy(input, workspace, member),
});
