"use server";

import { workspaceAction } from "@/lib/actions/authed-action";

import { deleteExample, editExample } from "./examples";
import { DeleteExampleInput, EditExampleInput } from "./schema";

export const editExampleAction = workspaceAction({
  permission: "endpoint:invoke",
  input: EditExampleInput,
  target: ({ name }) => `example ${name}, edited`,
  run: (input, { workspace, member }) => editExample(workspace, member, input),
});

export const deleteExampleAction = workspaceAction({
  permission: "endpoint:invoke",
  input: DeleteExampleInput,
  target: ({ name }) => `example ${name}, deleted`,
  run: ({ id }, { workspace, member }) => deleteExample(workspace, member, id),
});
