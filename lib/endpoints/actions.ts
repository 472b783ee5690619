"use server";

import { workspaceAction } from "@/lib/actions/authed-action";

import { removeEndpoints } from "./delete-many";
import { removeEndpoint } from "./deletion";
import { setExpiry } from "./expiring";
import { ChangeTagsInput, DeleteEndpointInput, DeleteEndpointsInput, SetExpiryInput } from "./schema";
import { changeTags } from "./tagging";

export const deleteEndpointAction = workspaceAction({
  permission: "endpoint:delete",
  input: DeleteEndpointInput,
  target: ({ name }) => `endpoint ${name}`,
  run: (input, { workspace, member }) => removeEndpoint(workspace, member, input),
});

export const deleteEndpointsAction = workspaceAction({
  permission: "endpoint:delete",
  input: DeleteEndpointsInput,
  target: ({ endpoints }) => `endpoints ${endpoints.map(({ name }) => name).join(", ")}`,
  run: ({ endpoints }, { workspace, member }) => removeEndpoints(workspace, member, endpoints),
});

export const changeTagsAction = workspaceAction({
  permission: "endpoint:deploy",
  input: ChangeTagsInput,
  target: ({ names, add, remove }) =>
    `tags of ${names.join(", ")}: ${[...add.map(({ key }) => `+${key}`), ...remove.map((key) => `-${key}`)].join(" ")}`,
  run: (input, { workspace }) => changeTags(workspace, input),
});

export const setExpiryAction = workspaceAction({
  permission: "endpoint:deploy",
  input: SetExpiryInput,
  target: ({ name, expiresAt }) => `endpoint ${name}, ${expiresAt ? `expires ${expiresAt}` : "does not expire"}`,
  run: (input, { workspace }) => setExpiry(workspace, input),
});
