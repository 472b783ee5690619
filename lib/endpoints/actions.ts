"use server";

import { workspaceAction } from "@/lib/actions/authed-action";

import { removeEndpoint } from "./deletion";
import { setExpiry } from "./expiring";
import { DeleteEndpointInput, SetExpiryInput } from "./schema";

export const deleteEndpointAction = workspaceAction({
  permission: "endpoint:delete",
  input: DeleteEndpointInput,
  target: ({ name }) => `endpoint ${name}`,
  run: (input, { workspace, member }) => removeEndpoint(workspace, member, input),
});

export const setExpiryAction = workspaceAction({
  permission: "endpoint:deploy",
  input: SetExpiryInput,
  target: ({ name, expiresAt }) => `endpoint ${name}, ${expiresAt ? `expires ${expiresAt}` : "does not expire"}`,
  run: (input, { workspace }) => setExpiry(workspace, input),
});
