"use server";

import { workspaceAction } from "@/lib/actions/authed-action";
import { SaveDefaultsInput } from "@/lib/workspaces/schema";
import { saveDefaults } from "@/lib/workspaces/service";

import { removeHubToken, saveHubToken } from "./hub-token";
import { NothingInput, SetHubTokenInput } from "./schema";

export const saveDefaultsAction = workspaceAction({
  permission: "workspace:manage",
  input: SaveDefaultsInput,
  target: () => "defaults",
  run: (input, { workspace }) => saveDefaults(workspace.id, input),
});

export const setHubTokenAction = workspaceAction({
  permission: "workspace:manage",
  input: SetHubTokenInput,
  target: () => "Hub token, set",
  run: ({ token }, { workspace, member }) => saveHubToken(workspace.id, token, member),
});

export const removeHubTokenAction = workspaceAction({
  permission: "workspace:manage",
  input: NothingInput,
  target: () => "Hub token, removed",
  run: (_input, { workspace }) => removeHubToken(workspace.id),
});
