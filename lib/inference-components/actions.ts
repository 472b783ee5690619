"use server";

import { workspaceAction } from "@/lib/actions/authed-action";

import { CreateComponentInput, DeleteComponentsInput, SetCopiesInput, UpdateComponentInput } from "./schema";
import { changeSpecification, makeComponent, removeComponents, setCopies } from "./service";

export const createComponentAction = workspaceAction({
  permission: "component:write",
  input: CreateComponentInput,
  target: ({ name, endpoint }) => `inference component ${name} on endpoint ${endpoint}`,
  run: (input, { workspace }) => makeComponent(workspace, input),
});

export const updateComponentAction = workspaceAction({
  permission: "component:write",
  input: UpdateComponentInput,
  target: ({ name }) => `inference component ${name}, specification`,
  run: (input, { workspace }) => changeSpecification(workspace, input),
});

export const setCopiesAction = workspaceAction({
  permission: "component:write",
  input: SetCopiesInput,
  target: ({ name, copies }) => `inference component ${name}, copies: ${copies}`,
  run: (input, { workspace }) => setCopies(workspace, input),
});

export const deleteComponentsAction = workspaceAction({
  permission: "component:delete",
  input: DeleteComponentsInput,
  target: ({ names }) => `inference component ${names.join(", ")}`,
  run: (input, { workspace }) => removeComponents(workspace, input),
});
