"use server";

import { authedAction } from "@/lib/actions/authed-action";
import { forgetReads } from "@/lib/aws/read-cache";

import { SaveWorkspaceInput, WorkspaceInput } from "./schema";
import { addWorkspace, deleteWorkspace, updateWorkspace } from "./service";

export const addWorkspaceAction = authedAction({
  permission: "workspace:manage",
  input: SaveWorkspaceInput,
  target: ({ id }) => `workspace ${id}, added`,
  run: addWorkspace,
});

export const updateWorkspaceAction = authedAction({
  permission: "workspace:manage",
  input: SaveWorkspaceInput,
  target: ({ id }) => `workspace ${id}, changed`,
  run: async (input) => {
    await updateWorkspace(input);
    forgetReads(input.id); // what was read before came from the old region or role
  },
});

export const deleteWorkspaceAction = authedAction({
  permission: "workspace:manage",
  input: WorkspaceInput,
  target: ({ id }) => `workspace ${id}, deleted`,
  run: async ({ id }) => {
    await deleteWorkspace(id);
    forgetReads(id);
  },
});
