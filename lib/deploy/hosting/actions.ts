"use server";

import { workspaceAction } from "@/lib/actions/authed-action";

import { HostingInput } from "./schema";
import { startHosting } from "./service";

/** Begins the making of an endpoint that hosts inference components; the work goes on after the answer. */
export const startHostingAction = workspaceAction({
  permission: "endpoint:deploy",
  input: HostingInput,
  target: ({ endpointName }) => `endpoint ${endpointName}`,
  run: (input, { workspace, member }) => startHosting(input, workspace, member),
});
