"use server";

import { workspaceAction } from "@/lib/actions/authed-action";
import { wakeExpirySweeper } from "@/lib/endpoints/delete-expired";
import { SaveDefaultsInput } from "@/lib/workspaces/schema";
import { saveDefaults } from "@/lib/workspaces/service";

import { saveDeletesExpired } from "./delete-expired";
import { removeHubToken, saveHubToken } from "./hub-token";
import { DeleteExpiredInput, NothingInput, SetHubTokenInput } from "./schema";

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

export const setDeleteExpiredAction = workspaceAction({
  permission: "workspace:manage",
  input: DeleteExpiredInput,
  target: ({ on }) => `deletion of expired endpoints, ${on ? "on" : "off"}`,
  run: async ({ on }, { workspace, member }) => {
    await saveDeletesExpired(workspace.id, on, member);
    if (on) wakeExpirySweeper();
  },
});
