"use server";

import { workspaceAction } from "@/lib/actions/authed-action";

import { restoreParked } from "./restore";
import { DiscardInput, ParkInput, RestoreInput } from "./schema";
import { discardParked, parkEndpoint } from "./service";

/** Keeps an endpoint's specification and deletes the endpoint. */
export const parkEndpointAction = workspaceAction({
  permission: "endpoint:delete",
  input: ParkInput,
  target: ({ name }) => `endpoint ${name}, parked`,
  run: (input, { workspace, member }) => parkEndpoint(workspace, member, input),
});

/** Makes a parked endpoint again. */
export const restoreParkedAction = workspaceAction({
  permission: "endpoint:deploy",
  input: RestoreInput,
  target: ({ name }) => `endpoint ${name}, restored`,
  run: (input, { workspace, member }) => restoreParked(workspace, member, input),
});

/** Forgets a parked endpoint. */
export const discardParkedAction = workspaceAction({
  permission: "endpoint:delete",
  input: DiscardInput,
  target: ({ name }) => `parked endpoint ${name}, discarded`,
  run: (input, { workspace }) => discardParked(workspace, input),
});
