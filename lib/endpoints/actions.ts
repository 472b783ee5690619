"use server";

import { workspaceAction } from "@/lib/actions/authed-action";

import { removeEndpoint } from "./deletion";
import { DeleteEndpointInput } from "./schema";

export const deleteEndpointAction = workspaceAction({
  permission: "endpoint:delete",
  input: DeleteEndpointInput,
  target: ({ name }) => `endpoint ${name}`,
  run: (input, { workspace, member }) => removeEndpoint(workspace, member, input),
});
