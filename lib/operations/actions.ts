"use server";

import { workspaceAction } from "@/lib/actions/authed-action";

import { OperationId } from "./schema";
import { dismissOperation, removeMade, retryOperation } from "./service";

/** Tries a failed operation again. */
export const retryOperationAction = workspaceAction({
  permission: "endpoint:deploy",
  input: OperationId,
  target: ({ id }) => `retry of operation ${id}`,
  run: ({ id }, { workspace, member }) => retryOperation(workspace, member, id),
});

/** Takes back what a failed operation made. */
export const removeMadeAction = workspaceAction({
  permission: "endpoint:delete",
  input: OperationId,
  target: ({ id }) => `what operation ${id} made`,
  run: ({ id }, { workspace, member }) => removeMade(workspace, member, id),
});

/** Leaves a failed operation as it is. */
export const dismissOperationAction = workspaceAction({
  permission: "endpoint:deploy",
  input: OperationId,
  target: ({ id }) => `operation ${id}, left as it is`,
  run: ({ id }, { workspace }) => dismissOperation(workspace, id),
});
