"use server";

import { workspaceAction } from "@/lib/actions/authed-action";

import { OperationId } from "./schema";
import { removeMade, retryOperation } from "./service";

/** Tries a failed operation again. */
export const retryOperationAction = workspaceAction({
  permission: "endpoint:deploy",
  input: OperationId,
  target: ({ id }) => `retry of operation ${id}`,
  run: ({ id }, { workspace }) => retryOperation(workspace, id),
});

/** Takes back what a failed operation made. */
export const removeMadeAction = workspaceAction({
  permission: "endpoint:delete",
  input: OperationId,
  target: ({ id }) => `what operation ${id} made`,
  run: ({ id }, { workspace }) => removeMade(workspace, id),
});
